// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/book_pane.h"

#include "core/finance/books_service.h"
#include "core/finance/plan_service.h"
#include "core/finance/wage_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/finance/book_form.h"
#include "ui/finance/book_words.h"
#include "ui/finance/books_model.h"
#include "ui/finance/reverse_form.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QComboBox>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedLayout>

#include <utility>

namespace thimblely::ui {

using access::Capability;
using finance::BookEntry;
using finance::BookKind;
using finance::Month;

namespace {

constexpr int monthsOffered = 24;
constexpr int sideWidth = 420;
constexpr int sideNarrow = 340;
constexpr int narrowBelow = 1080;

} // namespace

BookPane::BookPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new BooksModel(desk, this)), m_month(new QComboBox(this)),
      m_kind(new QComboBox(this)), m_category(new QComboBox(this)), m_member(new QComboBox(this)),
      m_method(new QComboBox(this)), m_list(new ListView(tr("Entries of the books"), Role::Surface, this)),
      m_empty(new EmptyState("i-filter", tr("Nothing of this kind is in the books. All of them are one step away."),
                             tr("Show all"), this))
{
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    auto *left = new Card(this);
    auto *rows = column(left, 0, {1, 1, 1, 1});
    rows->addWidget(buildFilters());
    rows->addWidget(new Separator(Qt::Horizontal, left));
    auto *lists = new QWidget(left);
    m_lists = new QStackedLayout(lists);
    m_lists->addWidget(m_list);
    m_lists->addWidget(m_empty);
    rows->addWidget(lists, 1);
    m_side = new Card(this);
    m_stack = new QStackedLayout(m_side);
    m_detail = buildDetail(m_side);
    m_form = new BookForm(desk, m_side);
    m_reverse = new ReverseForm(desk, m_side);
    for (QWidget *each : {m_detail, static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_reverse)})
        m_stack->addWidget(each);
    auto *all = row(this, 12);
    all->addWidget(left, 1);
    all->addWidget(m_side);
    for (EntryForm *form : {static_cast<EntryForm *>(m_form), static_cast<EntryForm *>(m_reverse)})
        connect(form, &EntryForm::left, this, &BookPane::closeForm);
    connect(m_model, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &PagedModelBase::loaded, this, &BookPane::refreshList);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        EntryForm *const form = openForm();
        if (form && !m_isChoosing)
            form->leave(); // it keeps what was typed for the next time
        showChosen();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        for (QComboBox *box : {m_month, m_kind, m_category, m_member, m_method})
            box->setCurrentIndex(0);
    });
    connect(&HideMoney::instance(), &HideMoney::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &BookPane::layOut);
    layOut();
}

QWidget *BookPane::buildFilters()
{
    auto *place = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, place);
    flow->setContentsMargins(16, 12, 16, 12);
    const std::pair<QComboBox *, QString> boxes[] = {{m_month, tr("Of which month")},
                                                     {m_kind, tr("Which kind")},
                                                     {m_category, tr("Which category")},
                                                     {m_member, tr("Of which member")},
                                                     {m_method, tr("Paid how")}};
    for (const auto &[box, name] : boxes) {
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        flow->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &BookPane::read);
    }
    return place;
}

QWidget *BookPane::buildDetail(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    auto *all = column(body, 8, {20, 16, 20, 16});
    m_title = new Label(TextStyle::Heading, Role::Text, {}, body);
    m_title->setWordWrap(true);
    m_facts = new FigureRows(m_desk.locale(), body);
    m_words = new Label(TextStyle::Body, Role::Text, {}, body); // as long as they are
    m_words->setWordWrap(true);
    m_photo = new PhotoStrip(m_desk, tr("the bill"), {}, body);
    m_photo->setReadOnly(true);
    m_partsHead = new Label(TextStyle::BodyStrong, Role::Text, tr("Divided into"), body);
    m_parts = new FigureRows(m_desk.locale(), body);
    m_takeBack = new PlainButton(tr("Take back…"), body);
    all->addWidget(m_title);
    all->addWidget(m_facts);
    all->addWidget(m_words);
    all->addWidget(m_photo);
    all->addWidget(m_partsHead);
    all->addWidget(m_parts);
    all->addWidget(m_takeBack, 0, Qt::AlignLeading);
    all->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    connect(m_takeBack, &QAbstractButton::clicked, this, [this] {
        const BookEntry *const entry = chosen();
        if (!entry)
            return;
        const BookEntry taken = *entry;
        m_stack->setCurrentWidget(m_reverse);
        m_reverse->begin(taken);
    });
    return scroll;
}

//! Months, categories and people there are; what is chosen stays chosen.
void BookPane::fillChoices()
{
    m_filling = true;
    if (m_month->count() == 0) {
        const Month now = Month::of(m_desk.today());
        m_month->addItem(tr("All months"));
        for (int i = 0; i < monthsOffered; ++i)
            m_month->addItem(monthName(now.plus(-i), m_desk.locale()));
        for (const QString &name : {tr("Everything"), tr("Income"), tr("Expenses"), tr("What changed its place")})
            m_kind->addItem(name);
        m_method->addItem(tr("Any way"));
        for (int i = 0; i < 5; ++i)
            m_method->addItem(payMethodName(finance::PaymentMethod(i)));
        m_member->addItem(tr("Everybody"));
        const auto people = finance::WageService::standings(m_desk.session(), m_desk.today(), m_desk.today());
        for (const finance::WageStanding &person : people.valueOr({}))
            m_member->addItem(person.name, person.member.toString());
        m_category->addItem(tr("All categories"));
    }
    const auto categories = finance::BooksService(m_desk.session(), m_desk.door()).categories();
    for (const QString &category : categories.valueOr({})) {
        if (m_category->findData(category) < 0)
            m_category->addItem(categoryName(category), category);
    }
    m_filling = false;
}

finance::BookFilter BookPane::filter() const
{
    finance::BookFilter filter;
    if (const int back = m_month->currentIndex(); back > 0) {
        const Month month = Month::of(m_desk.today()).plus(1 - back);
        filter.from = month.first();
        filter.until = month.last();
    }
    filter.kind = BookKind(std::max(0, m_kind->currentIndex()));
    filter.category = m_category->currentData().toString();
    if (const auto member = MemberId::parse(m_member->currentData().toString()))
        filter.member = *member;
    if (m_method->currentIndex() > 0)
        filter.method = finance::PaymentMethod(m_method->currentIndex() - 1);
    return filter;
}

void BookPane::read()
{
    if (!m_filling)
        m_model->show(filter());
}

void BookPane::reload()
{
    fillChoices();
    if (std::exchange(m_started, true))
        m_model->refresh();
    else
        read();
}

void BookPane::show(Month month, const QString &category)
{
    fillChoices();
    m_filling = true;
    const Month now = Month::of(m_desk.today());
    const int back = (now.year - month.year) * 12 + now.month - month.month;
    m_month->setCurrentIndex(back >= 0 && back < monthsOffered ? back + 1 : 0);
    m_category->setCurrentIndex(std::max(0, m_category->findData(category)));
    for (QComboBox *box : {m_kind, m_member, m_method})
        box->setCurrentIndex(0);
    m_filling = false;
    m_started = true;
    read();
}

void BookPane::refreshList()
{
    const bool any = m_model->rowCount() > 0;
    m_lists->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
    // The list's first rows may come while somebody types already.
    const QScopedValueRollback<bool> nobodyChose(m_isChoosing, true);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    else
        showChosen();
}

const BookEntry *BookPane::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->row(index.row()) : nullptr;
}

void BookPane::showChosen()
{
    const BookEntry *const entry = chosen();
    m_facts->clear();
    m_parts->clear();
    m_partsHead->hide();
    m_parts->hide();
    m_photo->setVisible(entry && !entry->photo.isEmpty());
    m_words->hide();
    m_takeBack->setVisible(entry && m_desk.principal().can(Capability::FinanceWrite));
    if (!entry) {
        m_title->setText(tr("Nothing is chosen"));
        return;
    }
    m_title->setText(bookTitle(*entry));
    m_facts->add(entry->movesProfit ? (entry->isIncome ? tr("Income") : tr("Expense")) : tr("Changed its place"),
                 entry->amount, {}, true);
    m_facts->addText(tr("Day"), wholeDayText(entry->date, m_desk.locale()));
    m_facts->addText(tr("Category"), categoryName(entry->category));
    m_facts->addText(tr("Paid"), entry->method ? payMethodName(*entry->method) : tr("not yet: owed"));
    const std::pair<QString, QString> facts[] = {{tr("Number of their bill"), entry->documentNumber},
                                                 {tr("Receipt"), entry->receiptNumber}};
    for (const auto &[name, value] : facts) {
        if (!value.isEmpty())
            m_facts->addText(name, isolated(value));
    }
    QStringList words;
    for (const QString &each : {entry->description, entry->reason}) {
        if (!each.isEmpty())
            words.append(isolated(each));
    }
    m_words->setText(words.join(u'\n'));
    m_words->setVisible(!words.isEmpty());
    if (!entry->photo.isEmpty())
        m_photo->setPhotos({changes::Media{entry->photo}});
    m_takeBack->setEnabled(!entry->reverses && !entry->isTakenBack);
    showParts(*entry);
}

//! Of income only; where the shop divides none, there is nothing to say.
void BookPane::showParts(const BookEntry &entry)
{
    if (!entry.isIncome || !entry.movesProfit || entry.waiting)
        return;
    const auto parts = finance::PlanService(m_desk.session(), m_desk.door()).partsOf(entry.amount);
    if (!parts)
        return m_desk.notices().fail(parts.error());
    if (parts->size() < 2)
        return;
    for (const finance::SplitPart &part : *parts)
        m_parts->add(part.name.isEmpty() ? tr("The rest") : part.name, part.amount);
    m_partsHead->show();
    m_parts->show();
}

void BookPane::startEntry()
{
    m_stack->setCurrentWidget(m_form);
    m_form->begin(finance::BooksService(m_desk.session(), m_desk.door()).categories().valueOr({}));
}

EntryForm *BookPane::openForm() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void BookPane::closeForm()
{
    m_stack->setCurrentWidget(m_detail);
    showChosen();
    if (isVisible())
        focusFirst();
}

void BookPane::focusFirst()
{
    if (EntryForm *form = openForm())
        return form->focusFirst();
    m_list->isVisible() ? m_list->setFocus(Qt::OtherFocusReason) : m_month->setFocus(Qt::OtherFocusReason);
}

bool BookPane::stepBack()
{
    EntryForm *const form = openForm();
    if (form)
        form->leave();
    return form;
}

void BookPane::layOut()
{
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? sideNarrow : sideWidth));
}

void BookPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace thimblely::ui
