#pragma once
// What was found for something that comes back often: found once.

#include <unordered_map>

namespace begroot::report::detail {

/// Remembers a value per object, by its address; the objects must stay where they are. Asked twice in a row for the
/// same one, it does not even look.
template <typename Key, typename Value>
class Remembered {
public:
    /// Gives the value of `key`, found by `find` the first time.
    template <typename Find>
    [[nodiscard]] const Value& of(const Key& key, Find find) {
        if (&key == last_) return *last_value_;
        auto found = values_.find(&key);
        if (found == values_.end()) found = values_.emplace(&key, find()).first;
        last_ = &key;
        last_value_ = &found->second;
        return *last_value_;
    }

private:
    std::unordered_map<const Key*, Value> values_;
    const Key* last_ = nullptr;
    const Value* last_value_ = nullptr;
};

}  // namespace begroot::report::detail
