#pragma once
// The sheets beside the model brought up to date: postings, begroot against werkelijk, and outcomes that are values.

#include "live/detail/edited_book.hpp"
#include "live/detail/living_book.hpp"
#include "live/detail/memory.hpp"
#include "live/refresh.hpp"

namespace begroot::live::detail {

/// Adds the writes of these sheets. One that people gave other rows or columns, or that today's model would write with
/// other rows, stays as it is with a finding, and with it the sheets that would no longer fit it; `fresh` then goes on
/// remembering them as they were written.
void refresh_beside(const workbook::Workbook& workbook, const EditedBook& book, const Memory& before, LivingBook& fresh,
                    Refresh& refresh);

}  // namespace begroot::live::detail
