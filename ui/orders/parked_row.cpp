// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/parked_row.h"

#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr int longestReason = 200;

} // namespace

ParkedRow::ParkedRow(const ParkedWords &words, const QLocale &locale, QWidget *parent)
    : Pane(Role::Surface, Edge::Bottom, parent),
      m_open(new PlainButton(words.isQuote ? tr("Accept") : tr("Go on"), this)),
      m_drop(new FlatButton(words.isQuote ? tr("Declined") : tr("Drop"), this)), m_isQuote(words.isQuote),
      m_words(new QWidget(this)), m_reason(new QLineEdit(this))
{
    auto *line = row(nullptr, 8, QMargins(16, 4, 4, 4));
    setLayout(line);
    auto *lines = column(nullptr, 0);
    auto *who = new Label(TextStyle::InputStrong, Role::Text, words.who, this);
    auto *what = new Label(TextStyle::Caption, Role::Muted, words.what, this);
    who->setElided(true);
    what->setElided(true);
    lines->addStretch(1);
    lines->addWidget(who);
    lines->addWidget(what);
    lines->addStretch(1);
    m_words->setLayout(lines);
    line->addWidget(m_words, 1);
    m_reason->setPlaceholderText(tr("Why it was declined"));
    m_reason->setAccessibleName(tr("Why the offer to %1 was declined").arg(words.who));
    m_reason->setMaxLength(longestReason);
    m_reason->hide();
    line->addWidget(m_reason, 1);
    if (words.total) {
        auto *total = new AmountLabel(TextStyle::Input, Role::Text, this);
        total->setLocale(locale);
        total->setAmount(*words.total);
        line->addWidget(total);
        line->addSpacing(8);
    }
    m_open->setAccessibleName((m_isQuote ? tr("Accept the offer to %1, %2") : tr("Go on with the order of %1, %2"))
                                  .arg(words.who, words.what));
    m_drop->setAccessibleName(
        (m_isQuote ? tr("The offer to %1 was declined") : tr("Drop the parked order of %1")).arg(words.who));
    m_drop->setIconName("i-x");
    m_open->setButtonSize(Button::Size::Small);
    m_drop->setButtonSize(Button::Size::Small);
    m_drop->setVisible(words.canBeDropped);
    line->addWidget(m_open);
    line->addWidget(m_drop);
    m_open->installEventFilter(this);
    m_drop->installEventFilter(this);
    connect(m_open, &QAbstractButton::clicked, this, &ParkedRow::openRequested);
    connect(m_drop, &QAbstractButton::clicked, this, &ParkedRow::drop);
    m_reason->installEventFilter(this);
}

void ParkedRow::drop()
{
    if (!m_isQuote)
        Q_EMIT dropRequested();
    else if (m_reason->isHidden())
        askReason(true);
    else if (!m_reason->text().trimmed().isEmpty())
        Q_EMIT declineRequested(m_reason->text().trimmed());
    else
        m_reason->setFocus(Qt::OtherFocusReason);
}

void ParkedRow::askReason(bool asked)
{
    m_words->setHidden(asked);
    m_reason->setVisible(asked);
    (asked ? static_cast<QWidget *>(m_reason) : m_drop)->setFocus(Qt::OtherFocusReason);
}

void ParkedRow::focusOpen()
{
    m_open->setFocus(Qt::TabFocusReason);
}

QList<QWidget *> ParkedRow::tabChain() const
{
    return {m_reason, m_open, m_drop};
}

//! Before the buttons have them: these would take the arrows for a way from one to the other.
bool ParkedRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::ShortcutOverride &&
                        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_reason->hasFocus();
    if (escape) { // leads back to the row before it leads out of the list
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Pane::eventFilter(watched, event);
}

bool ParkedRow::handleKey(int key)
{
    const bool typing = m_reason->hasFocus();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (typing || m_drop->hasFocus())
            drop();
        else
            Q_EMIT openRequested();
        return true;
    case Qt::Key_Escape:
        if (typing)
            askReason(false);
        return typing;
    case Qt::Key_Delete:
        if (!typing && !m_drop->isHidden())
            drop();
        return !typing;
    case Qt::Key_Up:
        Q_EMIT moveRequested(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT moveRequested(1);
        return true;
    default:
        return false;
    }
}

} // namespace thimblely::ui
