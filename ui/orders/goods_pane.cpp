// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/goods_pane.h"

#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

constexpr int mostShown = 12;

} // namespace

GoodsPane::GoodsPane(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk), m_find(new QLineEdit(this)),
      m_answer(new Label(TextStyle::Body, Role::Muted, {}, this)), m_list(column(nullptr, 8, QMargins(4, 4, 4, 4)))
{
    auto *rows = column(nullptr, 12, QMargins(16, 12, 16, 14));
    setLayout(rows);
    rows->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Goods and cloth"), this));
    m_find->setAccessibleName(tr("Name or number of what is sold"));
    m_find->setPlaceholderText(tr("tie, lining, T-0042"));
    m_find->setFont(Theme::instance().font(TextStyle::Input));
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_find->setFont(Theme::instance().font(TextStyle::Input)); });
    rows->addWidget(m_find);
    m_answer->setWordWrap(true);
    rows->addWidget(m_answer);
    auto *scroll = new QScrollArea(this);
    auto *body = new QWidget(scroll);
    body->setLayout(m_list);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    rows->addWidget(scroll, 1);
    auto *back = new PlainButton(tr("Back to the order"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(m_find, &QLineEdit::textChanged, this, &GoodsPane::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        if (!m_items.empty())
            choose(0);
    });
    connect(back, &QAbstractButton::clicked, this, &GoodsPane::leave);
    over->installEventFilter(this);
    hide();
}

void GoodsPane::ask()
{
    m_find->clear();
    find();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_find->setFocus(Qt::OtherFocusReason);
}

void GoodsPane::leave()
{
    hide();
    Q_EMIT left();
}

void GoodsPane::choose(size_t index)
{
    const InventoryItemId item = m_items.at(index);
    hide();
    Q_EMIT chosen(item);
}

QString GoodsPane::wordsOf(const inventory::ItemRow &row) const
{
    QStringList words{isolated(row.name)};
    if (!row.colour.isEmpty())
        words.append(row.colour);
    words.append(tr("%1 %2 free").arg(row.free().toText(m_desk.locale()), row.unit));
    return words.join(QStringLiteral(", "));
}

void GoodsPane::find()
{
    for (Button *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    m_items.clear();
    while (QLayoutItem *item = m_list->takeAt(0))
        delete item;
    const auto found = inventory::InventoryService(m_desk.session(), m_desk.door()).search(m_find->text(), mostShown);
    if (!found) {
        m_answer->setText(m_desk.sentence(found.error()));
        return;
    }
    m_answer->setText(!found->empty()            ? QString()
                      : m_find->text().isEmpty() ? tr("Nothing is in stock yet.")
                                                 : tr("Nothing in stock is called that."));
    m_answer->setVisible(found->empty());
    for (const inventory::ItemRow &row : *found) {
        const size_t index = m_items.size();
        auto *button = new PlainButton(wordsOf(row), m_list->parentWidget());
        if (row.sellingPrice)
            button->setCaption(figureText(*row.sellingPrice, m_desk.locale()));
        button->setToolTip(button->text());
        connect(button, &QAbstractButton::clicked, this, [this, index] { choose(index); });
        m_list->addWidget(button);
        m_items.push_back(row.id);
        m_buttons.push_back(button);
    }
    m_list->addStretch(1);
}

bool GoodsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

} // namespace thimblely::ui
