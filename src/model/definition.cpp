#include "model/definition.hpp"

#include "model/detail/built_in.hpp"

namespace begroot::model {

const std::vector<std::string>& built_in_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (const detail::BuiltIn& one : detail::built_ins()) made.emplace_back(one.name);
        return made;
    }();
    return names;
}

bool is_under(std::string_view rubric, std::string_view code) {
    return rubric.starts_with(code) && (rubric.size() == code.size() || rubric[code.size()] == '.');
}

}  // namespace begroot::model
