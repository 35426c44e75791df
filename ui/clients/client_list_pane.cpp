// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_list_pane.h"

#include "ui/clients/clients_model.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>

#include <utility>

namespace thimblely::ui {

using access::Capability;

static const QString notLoaded = QStringLiteral("\u2013"); // is not 0

ClientListPane::ClientListPane(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Trailing, parent), m_desk(desk), m_model(new ClientsModel(desk, this))
{
    build();
    connect(m_model, &ClientsModel::failed, &m_desk.notices(), &Notices::fail);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model, signal, this, &ClientListPane::refreshEmpty);
    }
    connect(m_model, &QAbstractItemModel::modelReset, this, &ClientListPane::refreshEmpty);
    connect(&HideMoney::instance(), &HideMoney::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &ClientListPane::restyle);
    restyle();
}

void ClientListPane::build()
{
    m_head = new SectionHead(tr("Clients"), this, SectionHead::Level::Pane);
    m_new = new FlatButton(tr("New"));
    m_new->setIconName("i-plus");
    m_new->setToolTip(tr("New client"));
    m_new->setAccessibleName(tr("New client"));
    m_sort = new FlatButton(tr("Name"));
    m_sort->setIconName("i-sort");
    m_head->addAction(m_sort);
    m_head->addAction(m_new);
    if (m_desk.principal().can(Capability::DataImport)) {
        m_more = new FlatButton(QString());
        m_more->setIconName("i-more");
        m_more->setToolTip(tr("More for clients"));
        m_more->setAccessibleName(tr("More for clients"));
        m_head->addAction(m_more);
        connect(m_more, &QAbstractButton::clicked, this, &ClientListPane::offerMore);
    }
    m_new->setVisible(m_desk.principal().can(Capability::ClientsWrite));
    m_filter = new Segmented(tr("Show"), this);
    m_filter->setSmall(true);
    m_filter->addSegment(tr("All"));
    m_filter->addSegment(tr("At work"));
    if (m_desk.principal().can(Capability::PricesRead))
        m_filter->addSegment(tr("Owing"));

    m_view = new ListView(tr("Clients"), Role::Window, this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ListRowDelegate(m_view));
    m_view->installEventFilter(this);
    m_noneAtAll = buildEmpty("i-clients",
                             tr("No clients yet. Type a name or a phone number into the search at the top and press "
                                "Enter, or start here."),
                             m_desk.principal().can(Capability::ClientsWrite) ? tr("New client") : QString());
    m_noneHere = buildEmpty("i-filter", tr("Nobody here just now. All clients are one step away."), tr("Show all"));
    auto *content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_noneAtAll);
    m_stack->addWidget(m_noneHere);

    auto *inset = column(nullptr, 0, {16, 0, 17, 12});
    inset->addWidget(m_head);
    inset->addWidget(m_filter);
    auto *all = column(this, 0, {0, 0, 1, 0});
    all->addLayout(inset);
    all->addWidget(new Separator(Qt::Horizontal, this));
    all->addWidget(content, 1);

    connect(m_new, &QAbstractButton::clicked, this, &ClientListPane::newRequested);
    connect(m_sort, &QAbstractButton::clicked, this, &ClientListPane::chooseSort);
    connect(m_filter, &Segmented::currentIndexChanged, this,
            [this](int index) { show(ClientFilter(index), m_model->sort()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !m_quiet)
            Q_EMIT currentChanged(m_model->client(now.row()).id);
    });
}

QWidget *ClientListPane::buildEmpty(const QByteArray &iconName, const QString &sentence, const QString &action)
{
    auto *empty = new EmptyState(iconName, sentence, action, this);
    connect(empty, &EmptyState::actionTriggered, this, [this, empty] {
        if (empty == m_noneAtAll)
            Q_EMIT newRequested();
        else
            m_filter->setCurrentIndex(int(ClientFilter::All));
    });
    return empty;
}

void ClientListPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    restyle();
}

void ClientListPane::restyle()
{
    m_new->setText(width() < Theme::instance().px(300) ? QString() : tr("New"));
    // Three words do not stand beside the title of a narrow list; the menu ticks the order.
    const QString order = m_model->sort() == ClientSort::Name ? tr("Name") : tr("Newest");
    m_sort->setText(m_more && width() < Theme::instance().px(380) ? QString() : order);
    m_sort->setAccessibleName(tr("Order: %1").arg(order));
    m_sort->setToolTip(tr("Order: %1").arg(order));
}

void ClientListPane::load()
{
    if (!m_model->isLoaded())
        show(m_model->filter(), m_model->sort());
}

void ClientListPane::show(ClientFilter filter, ClientSort sort)
{
    const auto before = current();
    m_quiet = true;
    m_model->show(filter, sort);
    m_quiet = false;
    restyle();
    if (before && m_model->rowOf(*before) >= 0)
        setCurrent(*before);
    else if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    refreshEmpty();
    m_head->setRemark(notLoaded);
    refreshCount();
}

void ClientListPane::chooseSort()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, ClientSort sort) {
        QAction *action = menu->addAction(text, this, [this, sort] { show(m_model->filter(), sort); });
        action->setCheckable(true);
        action->setChecked(m_model->sort() == sort);
    };
    add(tr("By name"), ClientSort::Name);
    add(tr("Newest first"), ClientSort::Newest);
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void ClientListPane::offerMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Bring in an old book…"), this, &ClientListPane::importRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void ClientListPane::refreshCount()
{
    m_countAgain = m_counting;
    if (std::exchange(m_counting, true))
        return;
    const ClientFilter filter = m_model->filter();
    // 90,000 clients take a fifth of a second.
    auto count = m_desk.reader().read<qint64>([&door = m_desk.door(), filter](access::Session &session) {
        return ClientService(session, door).count(filter);
    });
    whenDone(std::move(count), this, [this, filter](const Result<qint64> &counted) {
        m_counting = false;
        if (filter == m_model->filter())
            m_head->setRemark(counted ? m_desk.locale().toString(*counted) : notLoaded);
        if (m_countAgain)
            refreshCount();
    });
}

void ClientListPane::refreshEmpty()
{
    const bool empty = m_model->isLoaded() && m_model->rowCount() == 0;
    m_stack->setCurrentWidget(!empty                                   ? static_cast<QWidget *>(m_view)
                              : m_model->filter() == ClientFilter::All ? m_noneAtAll
                                                                       : m_noneHere);
}

std::optional<ClientId> ClientListPane::current() const
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return {};
    return m_model->client(index.row()).id;
}

void ClientListPane::setCurrent(ClientId id)
{
    const int row = m_model->rowOf(id);
    m_quiet = true;
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_model->index(row));
    } else {
        m_view->selectionModel()->clear(); // it lies on a page nobody scrolled to, or the filter leaves it out
    }
    m_quiet = false;
}

void ClientListPane::focusList()
{
    if (m_stack->currentWidget() == m_view) {
        m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (Button *action = static_cast<EmptyState *>(m_stack->currentWidget())->actionButton())
        action->setFocus(Qt::OtherFocusReason);
}

void ClientListPane::apply(const changes::ChangeSet &changes)
{
    // What is being read stays where it is on the screen, whatever comes or goes above it.
    const QPersistentModelIndex top = m_view->indexAt(QPoint(m_view->viewport()->width() / 2, 0));
    const int offset = m_view->visualRect(top).top();
    m_model->apply(changes);
    QScrollBar *bar = m_view->verticalScrollBar();
    if (top.isValid() && bar->value() > 0)
        bar->setValue(bar->value() + m_view->visualRect(top).top() - offset);
    if (changes.touches(storage::Table::Clients) || changes.touches(storage::Table::Orders))
        refreshCount();
}

bool ClientListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const auto id = current();
        if (id && pressed->modifiers() == Qt::NoModifier) {
            if (pressed->key() == Qt::Key_Return) {
                Q_EMIT editRequested(*id);
                return true;
            }
            if (pressed->key() == Qt::Key_Delete) {
                Q_EMIT removeRequested(*id);
                return true;
            }
        }
        if (id && pressed->key() == Qt::Key_Enter) {
            Q_EMIT editRequested(*id);
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

} // namespace thimblely::ui
