#pragma once
// The one style sheet of the HTML output, for the screen and for A4.

#include <string_view>

namespace begroot::render::detail {

/// Holds no URL and no import: the file needs nothing else. Colours keep a contrast of 4.5 to 1 or more on white.
inline constexpr std::string_view html_style = R"css(
:root { color-scheme: light; --ink: #1c2530; --soft: #5a6675; --line: #d5dbe2; --dark: #1f4e79; --tint: #f3f6f9;
  --good: #17693a; --care: #9a5b00; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 2.25rem 3rem; max-width: 84rem; color: var(--ink); background: #fff;
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; font-weight: 650; }
header + section h2 { margin-top: 1.25rem; }
h2 { margin: 2.25rem 0 .25rem; font-size: 1.15rem; font-weight: 650; }
p { margin: .25rem 0; }
.subject, .subtitle { color: var(--soft); }
table { margin: 1.1rem 0 .9rem; border-collapse: collapse; min-width: min(100%, 40rem); font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .32rem .7rem; text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: .25rem; }
th:last-child, td:last-child { padding-right: .25rem; }
table.wide { font-size: .92em; }
table.wide th, table.wide td { padding-left: .55rem; padding-right: .55rem; }
thead th { position: sticky; top: 0; background: #fff; vertical-align: bottom; font-size: .9em; font-weight: 600;
  color: var(--soft); box-shadow: inset 0 -2px 0 var(--dark); padding-top: .6rem; }
tbody td, tbody th { border-bottom: 1px solid var(--line); font-weight: inherit; }
.num { text-align: right; white-space: nowrap; }
.num.mark { white-space: normal; }
tr.group, tr.section, tr.subtotal, tr.total { font-weight: 650; }
tr.group td, tr.group th { background: var(--tint); }
tr.section td, tr.section th { padding-top: 1.1rem; color: var(--dark); }
tr.subtotal td, tr.subtotal th { border-top: 1px solid var(--soft); }
tr.total td, tr.total th { border-top: 2px solid var(--dark); border-bottom: 2px solid var(--dark); }
tr.blank td, tr.blank th { border: 0; height: 1rem; padding: 0; }
.favourable { color: var(--good); }
.caution { color: var(--care); }
.unfavourable { color: var(--bad); }
.muted { color: var(--soft); }
.note { font-size: .84rem; color: var(--soft); max-width: 60rem; }
figure { margin: 1.75rem 0 0; break-inside: avoid; }
figcaption { font-weight: 650; margin-bottom: .25rem; }
svg text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
svg { display: block; width: 100%; max-width: 60rem; height: auto; font-family: inherit; }
@page { size: A4 landscape; margin: 14mm 13mm; }
@media print {
  html, body { font-size: 9.5pt; }
  body { padding: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section + section { break-before: page; }
  section + section.small { break-before: auto; break-inside: avoid; }
  thead { display: table-header-group; }
  thead th { position: static; box-shadow: none; border-bottom: 2px solid var(--dark); }
  tr, figure { break-inside: avoid; }
  tr.group, tr.section, h1, h2 { break-after: avoid; }
  tr.total, tr.subtotal { break-before: avoid; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
}
)css";

}  // namespace begroot::render::detail
