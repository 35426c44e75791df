// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What the measuring screen asks about: from the doubt about a value to the person's answer.
#include "ui/desk/desk.h"
#include "ui/measurements/doubt_box.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/read_aloud.h"
#include "ui/measurements/value_field.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>

namespace thimblely::ui {

void MeasuringScreen::takeTyping(const QString &code, BodySide side, const QString &text)
{
    dropReason();
    m_typing = {{QStringLiteral("code"), code}, {QStringLiteral("side"), int(side)}, {QStringLiteral("text"), text}};
    const MeasureField *typed = field(code);
    const auto value = m_page->valueField()->read(side);
    std::optional<Doubt> doubt;
    if (typed && value && !VisitDoubts::mayGoOn(*typed, *value))
        doubt = m_doubts.about(*typed, *value, m_page->fields());
    if (doubt)
        raise(*doubt, value->text);
    else if (m_doubt && m_doubt->side == side)
        settle();
    keepDraft();
}

void MeasuringScreen::takeValue(const MeasuredValue &value)
{
    m_typing = {};
    m_readAloud->say(shown(value, m_page->unit()), true);
    const auto doubt = m_doubts.about(*field(value.code), value, m_page->fields());
    if (doubt)
        raise(*doubt, value.text);
    showKept();
    keepDraft();
}

void MeasuringScreen::raise(const Doubt &doubt, const QString &typed)
{
    if (m_doubt == doubt)
        return;
    dropReason();
    m_doubt = doubt;
    const LengthUnit unit = m_page->unit();
    MeasureField flagged = *field(doubt.code);
    flagged.flagged = true;
    flagged.likely = doubt.likely ? std::optional(Length(*doubt.likely)) : std::nullopt;
    m_page->setField(flagged);
    QString take;
    if (doubt.kind == DoubtKind::FieldsSwapped && field(doubt.other))
        take = tr("Swap them");
    else if (doubt.likely)
        take = tr("Take %1").arg(shown(*flagged.likely, unit));
    auto *box = new DoubtBox(m_doubts.words(doubt, typed, m_page->fields(), unit), take, tr("%1 is right").arg(typed));
    // Queued: answering takes the box away, and with it the button that was pressed.
    connect(box, &DoubtBox::likelyTaken, this, &MeasuringScreen::takeLikely, Qt::QueuedConnection);
    connect(box, &DoubtBox::typedKept, this, &MeasuringScreen::keepTyped, Qt::QueuedConnection);
    m_page->setNotice(box);
    m_readAloud->say(box->sentence(), false);
    QAccessibleEvent said(box, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void MeasuringScreen::settle()
{
    if (!m_doubt)
        return;
    const QString code = std::exchange(m_doubt, std::nullopt)->code;
    m_page->setNotice(nullptr);
    if (const MeasureField *asked = field(code)) {
        MeasureField calm = *asked;
        calm.flagged = false;
        calm.likely.reset();
        m_page->setField(calm);
    }
}

void MeasuringScreen::showUsual(const QString &code)
{
    const MeasureField *now = field(code);
    const auto atStart = std::ranges::find(m_atStart, code, &MeasureField::code);
    if (!now || atStart == m_atStart.end())
        return;
    MeasureField seen = *now;
    seen.usual = m_doubts.usual(*atStart, m_page->fields());
    m_page->setField(seen);
}

void MeasuringScreen::takeLikely()
{
    if (!m_doubt || !m_doubt->likely)
        return;
    const Doubt doubt = *m_doubt;
    const auto typed = m_page->valueField()->read(doubt.side);
    settle();
    if (doubt.kind == DoubtKind::FieldsSwapped && typed)
        giveAway(doubt, *typed);
    m_page->setTypedText(doubt.side, shown(Length(*doubt.likely), m_page->unit()));
    if (m_page->valueField()->commit())
        m_page->next();
}

void MeasuringScreen::giveAway(const Doubt &doubt, const MeasuredValue &typed)
{
    const MeasureField *other = field(doubt.other);
    if (!other)
        return;
    MeasureField swapped = *other;
    for (const BodySide side : {BodySide::Both, BodySide::Left, BodySide::Right}) {
        if (auto &value = swapped.today.side(side)) {
            value = typed;
            value->code = doubt.other;
            value->side = side;
        }
    }
    swapped.state = FieldState::Measured;
    m_page->setField(swapped);
}

void MeasuringScreen::keepTyped()
{
    if (!m_doubt)
        return;
    m_doubts.keep(*m_doubt);
    settle();
    if (m_page->valueField()->commit()) // it may not have been read yet
        m_page->next();
    keepDraft();
}

bool MeasuringScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_doubt) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        if (text == QLatin1String("+") || text == QLatin1String("=")) {
            if (text == QLatin1String("+"))
                takeLikely();
            else
                keepTyped();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

bool MeasuringScreen::holdsForADoubt()
{
    if (!m_doubt) {
        // What was typed first was looked at with little to go by; now everything is known.
        const auto doubt = m_doubts.firstIn(m_page->fields());
        if (!doubt)
            return false;
        m_page->setCurrent(doubt->code);
        raise(*doubt, m_page->valueField()->text(doubt->side));
    }
    m_page->focusValue();
    const QString name = field(m_doubt->code)->name.toLower();
    m_desk.notices().say(m_doubt->likely ? tr("Settle %1 first: + or =").arg(name)
                                         : tr("Settle %1 first: = keeps it").arg(name));
    return true;
}

} // namespace thimblely::ui
