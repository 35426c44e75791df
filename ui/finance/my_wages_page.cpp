// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/my_wages_page.h"

#include "ui/desk/desk.h"
#include "ui/finance/book_words.h"
#include "ui/finance/wage_sheet_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QPainter>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int monthsOffered = 12;
constexpr int sheetWidth = 560;

} // namespace

MyWagesPage::MyWagesPage(Desk &desk, const QString &personName, QWidget *parent)
    : Page(parent), m_desk(desk), m_name(personName), m_month(new QComboBox(this)), m_sheet(nullptr)
{
    auto *all = column(this, 12, {16, 12, 16, 16});
    auto *head = row(nullptr, 12);
    head->addWidget(new Label(TextStyle::Heading, Role::Text, title(), this));
    m_month->setAccessibleName(tr("Of which month"));
    const finance::Month now = finance::Month::of(m_desk.today());
    for (int i = 0; i < monthsOffered; ++i)
        m_month->addItem(monthName(now.plus(-i), m_desk.locale()));
    head->addWidget(m_month);
    head->addStretch(1);
    all->addLayout(head);
    auto *card = new Card(this);
    m_sheet = new WageSheetView(desk, card);
    column(card, 0)->addWidget(m_sheet);
    card->setMaximumWidth(Theme::instance().px(sheetWidth));
    auto *place = row(nullptr, 0);
    place->addWidget(card, 100);
    place->addStretch(1);
    all->addLayout(place, 1);
    connect(m_month, &QComboBox::currentIndexChanged, this, &MyWagesPage::reload);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        if (isVisible() && changes.touches(storage::Table::Transactions))
            reload();
    });
}

void MyWagesPage::reload()
{
    const finance::Month month = finance::Month::of(m_desk.today()).plus(-std::max(0, m_month->currentIndex()));
    m_sheet->show(m_desk.principal().member, m_name, month);
}

void MyWagesPage::arrive()
{
    reload();
    m_month->setFocus(Qt::OtherFocusReason);
}

bool MyWagesPage::handle(ActionId action)
{
    return action == ActionId::PrintAgain && m_sheet->print();
}

void MyWagesPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
