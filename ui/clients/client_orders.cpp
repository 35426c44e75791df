// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_orders.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/order_menu.h"
#include "ui/desk/order_state.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_patch.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/stitch_line.h"

#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace thimblely::ui {

namespace {

constexpr int firstOrders = 6;
constexpr int moreOrders = 50;

class OrderDelegate final : public QStyledItemDelegate {
public:
    OrderDelegate(Desk &desk, const ClientOrdersModel *model, QObject *parent)
        : QStyledItemDelegate(parent), m_desk(desk), m_model(model)
    {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {240, Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body})};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        const orders::OrderRow &order = m_model->order(index.row());
        const QRect all = option.rect;
        painter->save();
        if (option.state & QStyle::State_HasFocus)
            paintSelection(painter, all, option.direction);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(all, theme.color(Role::Window));
        paintFootLine(painter, all);

        const int inset = option.state & QStyle::State_HasFocus ? 8 : 0;
        const QRect inside(all.left() + inset, all.top(), all.width() - inset, all.height() - 1);
        const int number = numberWidth();
        const int amount = theme.px(72);
        const StateWords state = stateOf(order, m_desk.today(), m_desk.locale());
        const int room = inside.width() - number - amount - 16;
        const int chip = std::min(chipWidth(state.word, true), room);
        const auto place = [&](int from, int width) {
            return QStyle::visualRect(option.direction, all,
                                      QRect(inside.left() + from, inside.top(), width, inside.height()));
        };
        const auto words = [&](const QRect &area, Role role, const QString &text, Qt::Alignment side) {
            painter->setFont(theme.font(TextStyle::Body));
            painter->setPen(theme.color(role));
            painter->drawText(area, textFlags(text, side, option.direction),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        };
        words(place(0, number - 8), Role::Text, order.number, Qt::AlignLeft);
        const int title = std::max(0, room - chip - 8);
        const int wide = std::min(title, painter->fontMetrics().horizontalAdvance(order.title) + 1);
        words(place(number, wide), Role::Text, order.title, Qt::AlignLeft);
        if (const QString who = m_model->wearersOf(order); !who.isEmpty())
            words(place(number + wide + 6, std::max(0, title - wide - 6)), Role::Muted, who, Qt::AlignLeft);
        paintChip(painter, place(number + room - chip, chip), state.status, state.word, true, option.direction);
        words(place(inside.width() - amount, amount), isOwed(order) ? Role::Text : Role::Muted, amountOf(order),
              Qt::AlignRight);
        painter->restore();
    }

private:
    //! Of all rows, so that the titles stand beneath one another; a number is never cut, as it is what is asked for.
    int numberWidth() const
    {
        const QFontMetrics metrics(Theme::instance().font(TextStyle::Body));
        int widest = Theme::instance().px(56);
        for (int row = 0; row < m_model->rowCount(); ++row)
            widest = std::max(widest, metrics.horizontalAdvance(m_model->order(row).number));
        return widest + 1 + 8; // a rounded pixel less, and its end would be dots
    }
    static bool isOwed(const orders::OrderRow &order) { return order.due && order.due->minor() > 0; }
    QString amountOf(const orders::OrderRow &order) const
    {
        if (!order.due || order.status == orders::OrderStatus::Cancelled)
            return {};
        if (isOwed(order))
            return figureText(*order.due, m_desk.locale());
        if (order.overpaid && order.overpaid->minor() > 0)
            return ClientOrders::tr("%1 too much").arg(figureText(*order.overpaid, m_desk.locale()));
        return order.waiting && order.waiting->minor() > 0 ? ClientOrders::tr("on its way") : ClientOrders::tr("paid");
    }

    Desk &m_desk;
    const ClientOrdersModel *m_model;
};

} // namespace

ClientOrdersModel::ClientOrdersModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

Result<void> ClientOrdersModel::show(ClientId client, int first)
{
    TRY_ASSIGN(auto page, orders::OrderService(m_desk.session(), m_desk.door()).ofClient(client, {}, first));
    beginResetModel();
    m_client = client;
    m_rows = std::move(page.rows);
    m_next = page.next;
    endResetModel();
    return {};
}

Result<void> ClientOrdersModel::reread()
{
    if (!m_client)
        return {};
    const int wanted = std::max(firstOrders, int(m_rows.size()));
    TRY_ASSIGN(auto page, orders::OrderService(m_desk.session(), m_desk.door()).ofClient(*m_client, {}, wanted));
    m_next = page.next;
    patchRows(
        m_rows, std::move(page.rows), [](const orders::OrderRow &row) { return row.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
    return {};
}

Result<void> ClientOrdersModel::readMore(int count)
{
    if (!m_client || !m_next)
        return {};
    TRY_ASSIGN(auto page, orders::OrderService(m_desk.session(), m_desk.door()).ofClient(*m_client, m_next, count));
    m_next = page.next;
    if (page.rows.empty())
        return {};
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    endInsertRows();
    return {};
}

int ClientOrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ClientOrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::OrderRow &row = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return QString(row.number + QStringLiteral("  ") + row.title);
    if (role == Qt::AccessibleTextRole)
        return tr("Order %1, %2, %3")
            .arg(row.number, (row.title + u' ' + wearersOf(row)).trimmed(),
                 stateOf(row, m_desk.today(), m_desk.locale()).word);
    return {};
}

QString ClientOrdersModel::wearersOf(const orders::OrderRow &order) const
{
    if (order.wearers.isEmpty())
        return {};
    const bool paidByOther = order.client != m_client;
    return paidByOther ? tr("paid by %1").arg(isolated(order.clientName))
                       : tr("for %1").arg(order.wearers.join(QStringLiteral(", ")));
}

ClientOrders::ClientOrders(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new ClientOrdersModel(desk, this)),
      m_head(new SectionHead(tr("Orders"), this)), m_more(new FlatButton(tr("More"))),
      m_change(new FlatButton(tr("Change"))),
      m_none(new Label(TextStyle::Body, Role::Muted, tr("None yet. F2 starts one."), this)),
      m_view(new ListView(tr("Orders of this client"), Role::Surface, this))
{
    m_more->setTrailingIconName("i-down");
    m_change->setTrailingIconName("i-down");
    m_change->setAccessibleName(tr("Change the chosen order"));
    m_head->addAction(m_change);
    m_head->addAction(m_more);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new OrderDelegate(desk, m_model, m_view));
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::TabFocus);
    auto *all = column(this, 0);
    all->addWidget(m_head);
    all->addWidget(new Separator(Qt::Horizontal, this));
    all->addWidget(m_view);
    all->addWidget(m_none);
    m_none->setContentsMargins(0, 8, 0, 0);
    connect(m_more, &QAbstractButton::clicked, this, [this] { take(m_model->readMore(moreOrders)); });
    const auto open = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT m_desk.navigation().openOrderRequested(m_model->order(index.row()).id);
    };
    connect(m_view, &QListView::activated, this, open);
    connect(m_change, &QAbstractButton::clicked, this,
            [this] { offer(m_change->mapToGlobal(QPoint(0, m_change->height()))); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const QModelIndex under = m_view->indexAt(at); under.isValid())
            m_view->setCurrentIndex(under);
        offer(m_view->viewport()->mapToGlobal(at));
    });
    connect(&HideMoney::instance(), &HideMoney::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &ClientOrders::restyle);
}

void ClientOrders::showClient(ClientId client)
{
    take(m_model->show(client, firstOrders));
}

std::optional<OrderId> ClientOrders::order() const
{
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : 0;
    return row < m_model->rowCount() ? std::optional(m_model->order(row).id) : std::nullopt;
}

//! Of the order that is chosen: how far its pieces are, another day, or not at all.
void ClientOrders::offer(const QPoint &at)
{
    const auto chosen = order();
    if (!chosen)
        return;
    const auto detail = orders::OrderService(m_desk.session(), m_desk.door()).load(*chosen);
    if (!detail) {
        m_desk.notices().fail(detail.error());
        return;
    }
    OrderMenu menu(m_desk, *detail, this);
    if (!menu.isEmpty())
        menu.exec(at);
}

void ClientOrders::refresh()
{
    take(m_model->reread());
}

void ClientOrders::take(const Result<void> &read)
{
    if (!read)
        m_desk.notices().fail(read.error()); // what is shown stays
    m_more->setVisible(m_model->hasMore());
    m_change->setVisible(OrderMenu::isFor(m_desk.principal()) && m_model->rowCount() > 0);
    m_none->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
    restyle();
}

void ClientOrders::restyle()
{
    m_view->setFixedHeight(Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body}) * m_model->rowCount());
}

} // namespace thimblely::ui
