// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/notice_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/plain_text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int detailsHeight = 220;

} // namespace

NoticeBar::NoticeBar(QWidget *window) : QFrame(window), m_window(window)
{
    setAccessibleName(tr("Notice"));
    auto *rows = column(this, 4, {16, 4, 8, 4});
    m_line = row(nullptr, 8);
    m_words = new Label(TextStyle::Body, Role::Text, {}, this);
    m_words->setWordWrap(true);
    m_line->addWidget(m_words, 1);
    rows->addLayout(m_line);
    hide();
    m_window->installEventFilter(this);
    connect(&Theme::instance(), &Theme::changed, this, &NoticeBar::place);
}

void NoticeBar::say(const QString &sentence)
{
    for (Button *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may have been clicked for this
    }
    m_buttons.clear();
    if (m_details)
        m_details->hide();
    m_words->setText(sentence);
    show();
    place();
}

Button *NoticeBar::addButton(const QString &text, std::function<void()> act)
{
    auto *button = new PlainButton(text, this);
    m_line->addWidget(button, 0, Qt::AlignTop);
    m_buttons.append(button);
    if (act)
        connect(button, &QAbstractButton::clicked, this, std::move(act));
    button->show();
    place();
    return button;
}

void NoticeBar::setDetails(const QString &text)
{
    if (!m_details) {
        m_details = new PlainText(this);
        m_details->setReadOnly(true);
        m_details->setTabChangesFocus(true);
        m_details->setAccessibleName(tr("Report"));
        m_details->setFixedHeight(Theme::instance().px(detailsHeight));
        static_cast<QBoxLayout *>(layout())->addWidget(m_details);
    }
    m_details->setPlainText(text);
    m_details->setVisible(!text.isEmpty());
    place();
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_words->text();
}

void NoticeBar::dismiss()
{
    hide();
    place();
}

//! What has the keyboard keeps it: only margins change.
void NoticeBar::place()
{
    const int height =
        isHidden() ? 0
                   : std::max(layout()->totalHeightForWidth(m_window->width()), layout()->totalMinimumSize().height());
    setGeometry(0, 0, m_window->width(), height);
    if (m_window->contentsMargins().top() != height)
        m_window->setContentsMargins(0, height, 0, 0);
    raise();
}

bool NoticeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Role::Window));
    painter.fillRect(0, height() - 1, width(), 1, Theme::instance().color(Role::Line));
}

} // namespace thimblely::ui
