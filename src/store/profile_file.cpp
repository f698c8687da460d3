#include "store/profile_file.hpp"

#include "exchange/profile.hpp"
#include "store/detail/reading_keys.hpp"
#include "store/detail/toml_string.hpp"
#include "store/model_file.hpp"
#include "workbook/source_file.hpp"

#include <array>
#include <utility>

namespace begroot::store {

namespace {

using detail::toml_string;
using exchange::SourceSettings;

std::string account_kinds_text(const SourceSettings& settings) {
    constexpr std::array<std::pair<Side, std::string_view>, 3> sides{
        {{Side::income, "baten"}, {Side::expense, "lasten"}, {Side::balance, "balans"}}};
    std::string text;
    for (const auto& [side, name] : sides) {
        std::string accounts;
        for (const exchange::AccountKind& kind : settings.account_kinds) {
            if (kind.side == side) accounts += (accounts.empty() ? "" : ", ") + toml_string(kind.accounts);
        }
        if (!accounts.empty()) text += (text.empty() ? "" : ", ") + std::string(name) + " = [" + accounts + "]";
    }
    return text;
}

/// Writes the keys that say how a sheet is read, one a line; nothing for what the file decides itself.
std::string reading_text(const SourceSettings& settings) {
    std::string text;
    const auto put = [&text](std::string_view key, const std::string& value) {
        text += std::string(key) + " = " + value + "\n";
    };
    if (!settings.sheet.empty()) put("blad", toml_string(settings.sheet));
    if (settings.header_row) put("kopregel", std::to_string(*settings.header_row));
    const auto put_word = [&put](std::string_view key, const auto& value, const auto& words) {
        for (const auto& word : words) {
            if (value && *value == word.value) put(key, toml_string(word.text));
        }
    };
    put_word("decimaal", settings.decimal_mark, detail::decimal_marks);
    put_word("teken", settings.sign, detail::sign_rules);
    if (settings.unit) put("eenheid", std::to_string(*settings.unit));
    if (settings.cumulative) put("cumulatief", *settings.cumulative ? "true" : "false");
    if (settings.school_years) put("schooljaar", *settings.school_years ? "true" : "false");
    if (settings.period) put("periode", std::to_string(*settings.period));
    if (!settings.account.empty()) put("rekening", toml_string(settings.account));
    std::string columns;
    for (const auto& [meaning, head] : settings.columns)
        columns += (columns.empty() ? "" : ", ") + meaning + " = " + toml_string(head);
    if (!columns.empty()) put("kolommen", "{ " + columns + " }");
    if (const std::string kinds = account_kinds_text(settings); !kinds.empty())
        put("rekeningsoort", "{ " + kinds + " }");
    return text;
}

}  // namespace

bool names_profile_file(std::string_view profile) { return profile.ends_with(".toml"); }

std::expected<SourceSettings, std::vector<Error>> parse_profile(std::string_view text, const std::string& shown_as) {
    detail::ModelReading reading(shown_as);
    const auto table = detail::parse_toml(text, reading);
    if (!table) return std::unexpected(reading.take_errors());
    const detail::Section root(reading, *table, "profielbestand");
    SourceSettings settings;
    if (const auto section = root.child("profiel", "[profiel]")) {
        settings.profile = section->required_text("basis");
        if (!settings.profile.empty() && exchange::find_profile(settings.profile) == nullptr) {
            section->fail("basis", "\"" + settings.profile + "\" is geen profiel",
                          exchange::profile_names(exchange::Shape::ledger) + ", " +
                              exchange::profile_names(exchange::Shape::budget));
        }
        detail::read_reading_keys(*section, "[profiel]", settings);
    } else if (!reading.failed()) {
        reading.fail({}, "het bestand heeft geen [profiel]", "een profiel zoals begroot kijk het schrijft",
                     "maak het met begroot kijk BESTAND --schrijf-profiel");
    }
    if (reading.failed()) return std::unexpected(reading.take_errors());
    return settings;
}

std::expected<SourceSettings, std::vector<Error>> read_profile_file(const std::filesystem::path& path) {
    const auto file = workbook::SourceFile::read(path, path.string(), model_bytes_max);
    if (!file) return std::unexpected(std::vector<Error>{file.error()});
    const auto bytes = file->bytes();
    return parse_profile({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path.string());
}

SourceSettings with_profile(SourceSettings source, const SourceSettings& profile) {
    source.profile = profile.profile;
    if (source.sheet.empty()) source.sheet = profile.sheet;
    for (const auto& [meaning, head] : profile.columns) source.columns.try_emplace(meaning, head);
    const auto take = [](auto& to, const auto& from) {
        if (!to) to = from;
    };
    take(source.header_row, profile.header_row);
    take(source.decimal_mark, profile.decimal_mark);
    take(source.unit, profile.unit);
    take(source.cumulative, profile.cumulative);
    take(source.school_years, profile.school_years);
    take(source.sign, profile.sign);
    take(source.period, profile.period);
    if (source.account.empty()) source.account = profile.account;
    if (source.account_kinds.empty()) source.account_kinds = profile.account_kinds;
    return source;
}

std::string profile_text(const SourceSettings& settings, const std::vector<std::string>& remarks) {
    std::string text;
    for (const std::string& remark : remarks) text += "# " + remark + "\n";
    return text + "[profiel]\nbasis = " + toml_string(settings.profile) + "\n" + reading_text(settings);
}

std::string source_text(const SourceSettings& settings, std::string_view kind, const std::string& file) {
    return "[[bron]]\nsoort = " + toml_string(kind) + "\nbestand = " + toml_string(file) +
           "\nprofiel = " + toml_string(settings.profile) + "\n" + reading_text(settings);
}

}  // namespace begroot::store
