// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/style_panel.h"

#include "core/orders/style_catalogue.h"
#include "ui/orders/fact_chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int longestNote = 200;

} // namespace

StylePanel::StylePanel(int piece, const orders::PieceDraft &facts, QWidget *parent)
    : QWidget(parent), m_piece(piece), m_style(facts.style), m_note(new QLineEdit(facts.styleNote, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const orders::StyleOption &option : orders::styleOptions(facts.garmentType))
        addOption(row++, option.code, option.name, option.choices);
    m_note->setMaxLength(longestNote);
    m_note->setPlaceholderText(tr("In words of your own: hand-sewn buttonholes, pen pocket"));
    m_note->setAccessibleName(tr("Style of piece %1 in words").arg(m_piece));
    grid->addWidget(m_note, row, 0, 1, 2);
    connect(m_note, &QLineEdit::textEdited, this, &StylePanel::tell);
    connect(m_note, &QLineEdit::returnPressed, this, &StylePanel::finished);
}

void StylePanel::addOption(int row, const char *code, const char *name, std::span<const char *const> choices)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const QString option = QString::fromLatin1(code);
    const QString title = orders::styleName(QString::fromLatin1(name));
    grid->addWidget(new Label(TextStyle::Body, Role::Muted, title, this), row, 0);
    auto *flow = new FlowLayout(4, 4);
    for (const char *each : choices) {
        const QString choice = QString::fromUtf8(each);
        auto *chip = new FactChip(this);
        chip->setCheckable(true);
        chip->setFact(orders::styleName(choice), {});
        chip->setAccessibleName(tr("%1 of piece %2: %3").arg(title).arg(m_piece).arg(chip->text()));
        chip->setChecked(std::ranges::find(m_style, orders::StyleChoice{option, choice}) != m_style.end());
        flow->insertWidget(flow->count(), chip);
        connect(chip, &QAbstractButton::clicked, this, [this, index = m_chips.size()] { choose(index); });
        m_chips.push_back({option, choice, chip});
    }
    grid->addLayout(flow, row, 1);
}

//! One choice of an option; the same once more is none.
void StylePanel::choose(size_t index)
{
    const Chip &chosen = m_chips[index];
    for (const Chip &chip : m_chips) {
        if (chip.option == chosen.option && chip.button != chosen.button)
            chip.button->setChecked(false);
    }
    m_style.clear();
    for (const Chip &chip : m_chips) {
        if (chip.button->isChecked())
            m_style.push_back({chip.option, chip.choice});
    }
    tell();
}

void StylePanel::tell()
{
    Q_EMIT edited(m_style, m_note->text().trimmed());
}

void StylePanel::focusFirst()
{
    (m_chips.empty() ? static_cast<QWidget *>(m_note) : m_chips.front().button)->setFocus(Qt::OtherFocusReason);
}

//! What is typed on the choices is said in words: they have no keys, and outside it would begin something else.
void StylePanel::keyPressEvent(QKeyEvent *event)
{
    const bool told = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const QString typed = event->text();
    if (told || typed.isEmpty() || !typed.front().isLetterOrNumber())
        return QWidget::keyPressEvent(event);
    m_note->setFocus(Qt::OtherFocusReason);
    m_note->end(false);
    QCoreApplication::sendEvent(m_note, event);
}

QList<QWidget *> StylePanel::tabChain() const
{
    QList<QWidget *> chain;
    for (const Chip &chip : m_chips)
        chain.append(chip.button);
    return chain << m_note;
}

} // namespace thimblely::ui
