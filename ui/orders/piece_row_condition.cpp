// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/fact_chip.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/wearer_choice.h"
#include "ui/widgets/flow_layout.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

// What is usually noted of a piece as it comes in, one touch each; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

namespace {

constexpr const char *usual[] = {QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "stain"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "shine on seat"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "button missing"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "tear"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "moth hole"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "worn hem"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "zip broken"),
                                 QT_TRANSLATE_NOOP("thimblely::ui::PieceRow", "lining torn")};

} // namespace

//! They take no keyboard: whoever types goes on typing, whoever touches needs none.
void PieceRow::buildConditions()
{
    m_conditions = new QWidget(this);
    auto *flow = new FlowLayout(4, 4);
    m_conditions->setLayout(flow);
    for (const char *each : usual) {
        auto *chip = new FactChip(m_conditions);
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setCheckable(true);
        chip->setFact(tr(each), QString::number(flow->count() + 1));
        flow->insertWidget(flow->count(), chip);
        connect(chip, &QAbstractButton::clicked, this, [this, condition = tr(each)] { toggleCondition(condition); });
    }
    static_cast<QVBoxLayout *>(layout())->addWidget(m_conditions);
    m_conditions->hide();
    m_condition->installEventFilter(this);
    m_condition->setToolTip(m_condition->toolTip() + u'\n' + tr("Alt+1 to 8: what is usually noted"));
    m_condition->home(false);
    connect(m_condition, &QLineEdit::textChanged, this, [this] {
        if (!m_condition->hasFocus())
            m_condition->home(false); // a long one shows its beginning
        const QList<FactChip *> chips = m_conditions->findChildren<FactChip *>();
        for (FactChip *chip : chips)
            chip->setChecked(m_piece.condition.contains(chip->text(), Qt::CaseInsensitive));
    });
}

//! From anywhere in the row: Alt+1 to 8 what is usually noted, Alt+W whom it is for.
void PieceRow::addShortcuts()
{
    const auto on = [this](Qt::Key key, auto &&done) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, done);
    };
    for (int i = 0; i < int(std::size(usual)); ++i)
        on(Qt::Key(Qt::Key_1 + i), [this, condition = tr(usual[i])] {
            if (!m_condition->isReadOnly())
                toggleCondition(condition);
        });
    on(Qt::Key_W, [this] {
        if (m_wearer->isEnabled() && !m_wearer->isHidden())
            m_wearer->open();
    });
}

void PieceRow::toggleCondition(const QString &condition)
{
    QStringList noted = m_piece.condition;
    if (noted.removeIf([&](const QString &each) { return each.compare(condition, Qt::CaseInsensitive) == 0; }) == 0)
        noted.append(condition);
    m_piece.condition = noted;
    m_condition->setText(noted.join(QStringLiteral(", ")));
    Q_EMIT edited(m_piece);
}

bool PieceRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_condition && event->type() == QEvent::FocusIn && !m_condition->isReadOnly()) {
        m_conditions->show();
        m_condition->end(false); // and is gone on with at its end
    } else if (watched == m_condition && event->type() == QEvent::FocusOut) {
        m_conditions->hide();
        m_condition->home(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace thimblely::ui
