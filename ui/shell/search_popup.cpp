// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/search_popup.h"

#include "core/base/overloaded.h"
#include "ui/desk/desk.h"
#include "ui/shell/search_results.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace thimblely::ui {

namespace {

constexpr int mostRowsShown = 8;
constexpr int gap = 4;

} // namespace

SearchPopup::SearchPopup(Desk &desk, SearchField &field, QWidget *window)
    : QFrame(window), m_desk(desk), m_field(field), m_results(new SearchResults(desk, this)),
      m_list(new QListView(this))
{
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setModel(m_results);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Search results"));
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    hide();

    connect(&field, &QLineEdit::textChanged, this, &SearchPopup::follow);
    connect(&field, &QLineEdit::returnPressed, this, [this] {
        if (m_results->rowCount() > 0)
            open(m_results->index(0));
    });
    connect(&field, &SearchField::resultsRequested, this, [this] {
        if (!isVisible())
            return;
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_results->index(0));
    });
    connect(&field, &SearchField::leaveRequested, this, &SearchPopup::hide);
    connect(m_list, &QListView::clicked, this, &SearchPopup::open);
    // What is worked in elsewhere is not covered; back in the field what was found stands there again.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now == &m_field && !isVisible() && !m_field.text().isEmpty())
            follow(m_field.text());
        else if (now && now != &m_field && !isAncestorOf(now))
            hide();
    });
}

void SearchPopup::follow(const QString &text)
{
    if (const auto found = m_results->find(text); !found) {
        m_desk.notices().fail(found.error());
        return;
    }
    setVisible(m_results->rowCount() > 0);
    place();
}

void SearchPopup::place()
{
    const int rows = std::min(m_results->rowCount(), mostRowsShown);
    const int rowHeight = m_results->rowCount() > 0 ? m_list->sizeHintForRow(0) : 0;
    const QPoint below = m_field.mapTo(parentWidget(), QPoint(0, m_field.height() + gap));
    setGeometry(QRect(below, QSize(m_field.width(), rows * rowHeight + 2)));
    raise();
}

void SearchPopup::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchResults::Target target = m_results->target(index.row());
    hide();
    m_field.clear();
    Navigation &navigation = m_desk.navigation();
    std::visit(
        Overloaded{[&](ClientId client) { Q_EMIT navigation.clientRequested(client); },
                   [&](OrderId order) { Q_EMIT navigation.openOrderRequested(order); },
                   [&](const SearchResults::NewClient &client) { Q_EMIT navigation.newClientRequested(client.typed); }},
        target);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            hide();
            m_field.setFocus(Qt::OtherFocusReason);
            return true;
        case Qt::Key_Up:
            if (m_list->currentIndex().row() <= 0) {
                m_field.setFocus(Qt::BacktabFocusReason);
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(Role::Surface));
    painter.setPen(theme.color(Role::Outline));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace thimblely::ui
