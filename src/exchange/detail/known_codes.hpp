#pragma once
// The accounts and codes that rows of a ledger had lately: few codes make many rows.

#include "exchange/detail/account.hpp"
#include "exchange/detail/aliases.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "ledger/posting_store.hpp"
#include "workbook/cell.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace begroot::exchange::detail {

/// An account as rows name it.
struct KnownAccount {
    CodeAndName text;
    CodeNumber number = no_code;
    std::optional<Side> side = {};   ///< as the settings tell, once they were asked
    std::optional<Side> typed = {};  ///< as the last row said
};

/// Remembers what cells with codes meant, by the cells themselves: cells with the same value mean the same, so nothing
/// is read twice. Of cells that meet in one place the last is kept.
class KnownCodes {
public:
    /// `store` numbers the codes; it must outlive this.
    explicit KnownCodes(PostingStore& store);

    /// Reads an account as read_account() does; nullptr where there is none. It lives until the next call.
    [[nodiscard]] KnownAccount* account(const workbook::Cell* cell);

    /// Reads the code in a cell of a column as read_code() does, and gives its number.
    [[nodiscard]] CodeNumber code(LedgerColumn column, const workbook::Cell* cell);

private:
    struct AccountPlace {
        workbook::Cell cell = workbook::Cell::of_empty(0, 0);
        std::optional<KnownAccount> account;
    };
    struct CodePlace {
        workbook::Cell cell = workbook::Cell::of_empty(0, 0);
        CodeNumber number = no_code;
    };

    PostingStore* store_;
    std::vector<AccountPlace> accounts_;
    std::array<std::vector<CodePlace>, ledger_columns> codes_;  ///< a column that is not asked has no places
};

}  // namespace begroot::exchange::detail
