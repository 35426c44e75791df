// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/measures_chip.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace thimblely::ui {

MeasuresChip::MeasuresChip(Desk &desk, int piece, QWidget *parent) : FactChip(parent), m_desk(desk), m_piece(piece)
{
    setAccessibleDescription(tr("Press for another set, Delete for none"));
    connect(this, &QAbstractButton::clicked, this, &MeasuresChip::showChoices);
    connect(this, &FactChip::removeRequested, this, [this] { Q_EMIT chosen(std::nullopt); });
}

void MeasuresChip::setMeasures(const std::optional<MeasurementSetId> &set, std::vector<orders::MeasuresChoice> choices)
{
    m_set = set;
    m_choices = std::move(choices);
    const auto found = set ? std::ranges::find(m_choices, *set, &orders::MeasuresChoice::set) : m_choices.end();
    if (found == m_choices.end())
        setFact(m_choices.empty() ? tr("Not measured yet") : tr("Without measures"), {});
    else
        setFact(dayWords(*found), ageText(m_desk.calendar().dayOf(found->takenAt), m_desk.today()));
    setEnabled(!m_choices.empty());
    setAccessibleName(tr("Piece %1: %2").arg(m_piece).arg(text()));
}

//! "Measures 14 Mar"; another garment's are named, for they may lack what this one needs.
QString MeasuresChip::dayWords(const orders::MeasuresChoice &choice) const
{
    const QString day = dayText(m_desk.calendar().dayOf(choice.takenAt), m_desk.today(), m_desk.locale());
    if (choice.ofGarment || choice.garment.isEmpty())
        return tr("Measures %1").arg(day);
    const QString garment = QCoreApplication::translate("Measurement", choice.garment.toUtf8().constData());
    return tr("Measures of %1, %2").arg(garment, day);
}

void MeasuresChip::showChoices()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *sets = new QActionGroup(menu);
    const auto add = [&](const QString &words, const std::optional<MeasurementSetId> &set) {
        QAction *action = menu->addAction(words, this, [this, set] { Q_EMIT chosen(set); });
        action->setCheckable(true);
        sets->addAction(action);
        action->setChecked(m_set == set);
    };
    for (const orders::MeasuresChoice &choice : m_choices) {
        const QString age = ageText(m_desk.calendar().dayOf(choice.takenAt), m_desk.today());
        add(tr("%1, %2", "measures and their age").arg(dayWords(choice), age), choice.set);
    }
    menu->addSeparator();
    add(tr("Without measures"), {});
    menu->popup(mapToGlobal(QPoint(0, height())));
}

} // namespace thimblely::ui
