#pragma once
// The names of a model: which variable, list, member or table a word means, and the series that follow from the lists.

#include "model/graph.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::model::detail {

/// Which member each list has at some place of a formula: of the variable's own lists and of those that a som runs
/// over.
using Context = std::map<std::string, std::string, std::less<>>;

/// Looks up names. The definition must outlive it.
class Catalogue {
public:
    explicit Catalogue(const Definition& definition);

    [[nodiscard]] const Definition& definition() const { return *definition_; }
    [[nodiscard]] const std::vector<Series>& series() const { return series_; }

    /// Finds a variable or built-in name; indices beyond the variables are built-in names.
    [[nodiscard]] std::optional<std::size_t> find_variable(std::string_view code) const;
    [[nodiscard]] const MemberList* find_list(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> find_table(std::string_view code) const;
    [[nodiscard]] bool is_built_in(std::size_t variable) const { return variable >= definition_->variables.size(); }
    /// Gives the unit of a variable or built-in name.
    [[nodiscard]] const Unit& unit_of(std::size_t variable) const;
    [[nodiscard]] const std::string& code_of(std::size_t variable) const;
    /// Gives the lists of a variable; none for a built-in name.
    [[nodiscard]] const std::vector<std::string>& lists_of(std::size_t variable) const;

    /// Gives the first series of a variable; the others follow, the last list running fastest.
    [[nodiscard]] std::uint32_t first_series_of(std::size_t variable) const { return first_series_[variable]; }
    /// Gives the number of series of a variable.
    [[nodiscard]] std::uint32_t series_count_of(std::size_t variable) const { return series_count_[variable]; }
    /// Gives the signal series that belongs to a ratio's series; nothing when the ratio has no signal.
    [[nodiscard]] std::optional<std::uint32_t> signal_of(std::uint32_t ratio_series) const;

    /// Finds the series that a reference means in a context. A refusal is found and expected.
    [[nodiscard]] std::expected<std::uint32_t, FormulaError> resolve(const Reference& reference, std::size_t position,
                                                                     const Context& context) const;

    /// Refuses a name that the model does not have, with the nearest that it has.
    [[nodiscard]] FormulaError unknown_name(const Reference& reference, std::size_t position) const;

private:
    [[nodiscard]] std::string nearest_variable(std::string_view code) const;
    void add_series(std::size_t variable, const std::string& code, const std::vector<std::string>& lists, bool in_cents,
                    bool is_signal);

    const Definition* definition_;
    std::vector<Series> series_;
    std::vector<std::uint32_t> first_series_;
    std::vector<std::uint32_t> series_count_;
    std::map<std::uint32_t, std::uint32_t> signals_;
    std::map<std::string, std::size_t, std::less<>> variables_;
    std::map<std::string, std::size_t, std::less<>> lists_;
    std::map<std::string, std::uint32_t, std::less<>> tables_;
};

/// Checks what a catalogue needs: names that are taken twice, lists that are not there, too many series.
[[nodiscard]] std::vector<Error> check_names(const Definition& definition);

}  // namespace begroot::model::detail
