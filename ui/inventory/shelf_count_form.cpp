// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/shelf_count_form.h"

#include "core/inventory/stock_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/isolated.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace thimblely::ui {

using inventory::CountedLine;
using inventory::CountSheet;
using inventory::ItemRow;
using inventory::StockService;

namespace {

constexpr int countWidth = 104;
enum Column { NameColumn, CountColumn, UnitColumn, BookColumn };

} // namespace

ShelfCountForm::ShelfCountForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Count a shelf"), tr("Compare"), parent), m_choice(new QWidget(body())),
      m_shelf(new QComboBox(m_choice))
{
    m_shelf->setAccessibleName(tr("Which shelf"));
    m_shelf->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_shelf->setMinimumContentsLength(16);
    auto *stack = column(m_choice, 8);
    auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, tr("Which shelf"), m_choice);
    words->setBuddy(m_shelf);
    stack->addWidget(words);
    stack->addWidget(m_shelf);
    FormDraft::leaveOut(m_choice); // each shelf has a draft of its own
    rows()->addWidget(m_choice);
    rows()->addStretch(1);
    connect(m_shelf, &QComboBox::activated, this, [this](int index) {
        showShelf(index);
        focusFirst();
    });
}

void ShelfCountForm::readShelves()
{
    auto shelves = StockService(desk().session(), desk().door()).shelves();
    if (!shelves)
        setProblem(shelves.error());
    m_shelves = shelves ? std::move(*shelves) : std::vector<inventory::Shelf>();
    m_shelf->clear();
    for (const inventory::Shelf &shelf : m_shelves) {
        const QString name = shelf.name.isEmpty() ? tr("On no shelf") : isolated(shelf.name);
        const QString counted =
            shelf.countedAt
                ? tr("counted %1")
                      .arg(dayText(desk().calendar().dayOf(*shelf.countedAt), desk().today(), desk().locale()))
                : tr("not counted yet");
        //: a shelf, how many things lie on it, and when it was counted
        m_shelf->addItem(tr("%1, %n things, %2", nullptr, shelf.items).arg(name, counted));
    }
}

void ShelfCountForm::begin(const std::optional<QString> &wanted)
{
    clearProblem();
    readShelves();
    m_choice->show();
    setTitle(tr("Count a shelf"));
    setWords(tr("Type what lies there. What the book says is shown afterwards; what is left empty stays as it is."));
    const auto at = wanted ? std::ranges::find(m_shelves, *wanted, &inventory::Shelf::name)
                           : std::ranges::find_if(m_shelves, [](const auto &shelf) { return !shelf.name.isEmpty(); });
    showShelf(at == m_shelves.end() ? 0 : int(at - m_shelves.begin()));
}

void ShelfCountForm::beginItem(const inventory::Item &item)
{
    clearProblem();
    m_choice->hide();
    setTitle(tr("Count %1").arg(item.facts.name));
    setWords(tr("Type what lies there. What the book says is shown afterwards."));
    m_name = item.facts.location;
    const auto row = StockService(desk().session(), desk().door()).row(item.id);
    if (!row)
        setProblem(row.error());
    showRows(row && *row ? std::vector<ItemRow>{**row} : std::vector<ItemRow>());
    beginTyping(QStringLiteral("item:") + item.id.toString(), tr("Counting (%1)").arg(item.facts.name));
}

void ShelfCountForm::showShelf(int index)
{
    if (index < 0 || size_t(index) >= m_shelves.size())
        return showRows({});
    m_shelf->setCurrentIndex(index);
    m_name = m_shelves[size_t(index)].name;
    auto items = StockService(desk().session(), desk().door()).onShelf(m_name);
    if (!items)
        setProblem(items.error());
    showRows(items ? std::move(*items) : std::vector<ItemRow>());
    beginTyping(QStringLiteral("shelf:") + m_name,
                tr("Counting (%1)").arg(m_name.isEmpty() ? tr("On no shelf") : m_name));
}

void ShelfCountForm::clearRows()
{
    m_rows.clear();
    delete m_list;
    m_list = new QWidget(body());
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(NameColumn, 2);
    m_grid->setColumnStretch(BookColumn, 2);
    rows()->insertWidget(1, m_list);
}

void ShelfCountForm::showRows(std::vector<ItemRow> items)
{
    clearRows();
    for (const ItemRow &item : items)
        addRow(item);
    m_list->show(); // at once: the keyboard goes into it
    hideBook();
    primary()->setEnabled(!m_rows.empty());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        connect(m_rows[i].counted, &QLineEdit::textEdited, this, [this, i] { touch(i); });
        connect(m_rows[i].counted, &QLineEdit::returnPressed, this, [this, i] {
            if (i + 1 == m_rows.size())
                return submit();
            m_rows[i + 1].counted->setFocus(Qt::TabFocusReason);
            m_rows[i + 1].counted->selectAll();
        });
    }
}

void ShelfCountForm::addRow(const ItemRow &item)
{
    const int at = int(m_rows.size());
    auto *names = column(nullptr, 0);
    auto *name = new Label(TextStyle::BodyStrong, Role::Text, item.name, m_list);
    name->setWordWrap(true);
    names->addWidget(name);
    QStringList remarks{item.sku, item.colour};
    remarks.removeAll(QString());
    if (!remarks.isEmpty()) {
        auto *second = new Label(TextStyle::Caption, Role::Muted, remarks.join(QStringLiteral(" \u00b7 ")), m_list);
        second->setWordWrap(true);
        names->addWidget(second);
    }
    auto *counted = new QLineEdit(m_list);
    counted->setAccessibleName(item.sku.isEmpty() ? tr("What lies there of %1").arg(item.name)
                                                  : tr("What lies there of %1, %2").arg(item.name, item.sku));
    counted->setAlignment(Qt::AlignTrailing | Qt::AlignAbsolute | Qt::AlignVCenter);
    counted->setFixedWidth(Theme::instance().px(countWidth));
    auto *unit = new Label(TextStyle::Body, Role::Muted, item.unit, m_list);
    auto *book = new Label(TextStyle::Body, Role::Text, {}, m_list);
    book->setWordWrap(true);
    m_grid->addLayout(names, at, NameColumn);
    m_grid->addWidget(counted, at, CountColumn);
    m_grid->addWidget(unit, at, UnitColumn);
    m_grid->addWidget(book, at, BookColumn);
    m_rows.push_back({item, counted, book, {}});
}

//! What is typed once the book was seen is compared anew.
void ShelfCountForm::touch(size_t row)
{
    m_rows[row].at = desk().clock().now();
    clearProblem();
    if (m_compared)
        hideBook();
}

void ShelfCountForm::hideBook()
{
    m_compared = false;
    for (const Row &row : m_rows)
        row.book->setText({});
    primary()->setText(tr("Compare"));
}

bool ShelfCountForm::goTo(InventoryItemId item)
{
    for (const Row &row : m_rows) {
        if (row.item.id != item)
            continue;
        row.counted->setFocus(Qt::OtherFocusReason);
        row.counted->selectAll();
        return true;
    }
    return false;
}

void ShelfCountForm::focusFirst()
{
    if (m_rows.empty())
        return m_shelf->setFocus(Qt::OtherFocusReason);
    m_rows.front().counted->setFocus(Qt::TabFocusReason);
    m_rows.front().counted->selectAll();
}

std::optional<CountSheet> ShelfCountForm::sheet()
{
    CountSheet sheet{m_name};
    for (const Row &row : m_rows) {
        const QString text = row.counted->text().trimmed();
        if (text.isEmpty())
            continue;
        const auto read = Quantity::parse(text, desk().locale());
        if (!read || read->milli() < 0) {
            setProblem(read ? Error{ErrorKind::Invalid, "inventory.no_quantity", {}, {}} : read.error());
            goTo(row.item.id);
            return std::nullopt;
        }
        sheet.lines.push_back({row.item.id, *read, row.at.value_or(desk().clock().now())});
    }
    if (!sheet.lines.empty())
        return sheet;
    setProblem({ErrorKind::Invalid, "inventory.nothing_counted", {}, {}});
    focusFirst();
    return std::nullopt;
}

void ShelfCountForm::submit()
{
    if (isBusy() || m_rows.empty())
        return;
    clearProblem();
    const auto counted = sheet();
    if (counted)
        m_compared ? book(*counted) : compare(*counted);
}

void ShelfCountForm::compare(const CountSheet &sheet)
{
    const auto lines = StockService(desk().session(), desk().door()).compare(sheet);
    if (!lines)
        return setProblem(lines.error());
    const QLocale &locale = desk().locale();
    for (const CountedLine &line : *lines) {
        const auto row = std::ranges::find_if(m_rows, [&](const Row &each) { return each.item.id == line.item; });
        const Quantity difference = line.difference();
        const bool agrees = difference.milli() == 0;
        row->book->setRole(agrees ? Role::Ready : Role::Late);
        row->book->setText(
            agrees ? tr("\u2714 as in the book")
                   //: what the book says, and by how much it differs
                   : tr("\u25b2 book %1, %2").arg(line.expected.toText(locale), signedText(difference, locale)));
    }
    m_compared = true;
    const bool any =
        std::ranges::any_of(*lines, [](const CountedLine &line) { return line.difference().milli() != 0; });
    primary()->setText(any ? tr("Book the differences") : tr("It agrees"));
    primary()->setFocus(Qt::OtherFocusReason);
}

void ShelfCountForm::book(const CountSheet &sheet)
{
    write([this, sheet] { return StockService(desk().session(), desk().door()).count(sheet); });
}

} // namespace thimblely::ui
