// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_measures.h"

#include "core/measurements/measurement_service.h"
#include "ui/clients/measures_table.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace thimblely::ui {

namespace {

constexpr int mostSets = 50;

bool hasFormer(const MeasureTable &table)
{
    return std::ranges::any_of(table.lines, [](const MeasureLine &line) { return !line.former.isEmpty(); });
}

} // namespace

ClientMeasures::ClientMeasures(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_head(new SectionHead(tr("Measurements"), this)),
      m_print(new FlatButton(tr("Print"))), m_whichSet(new FlatButton(tr("All sets"))),
      m_table(new MeasuresTable(this)), m_none(new Label(TextStyle::Body, Role::Muted, {}, this))
{
    m_whichSet->setTrailingIconName("i-down");
    m_head->addAction(m_print);
    m_head->addAction(m_whichSet);
    connect(m_print, &QAbstractButton::clicked, this, &ClientMeasures::print);
    m_none->setWordWrap(true);
    auto *lines = column(this, 0, {16, 0, 16, 16});
    lines->addWidget(m_head);
    lines->addWidget(m_table);
    lines->addWidget(m_none);
    lines->addStretch(1);
    connect(m_whichSet, &QAbstractButton::clicked, this, &ClientMeasures::chooseSet);
}

void ClientMeasures::showClient(const Client &client)
{
    auto sets = MeasurementService(m_desk.session(), m_desk.door()).setsOf(client.id, mostSets);
    if (!sets) {
        m_desk.notices().fail(sets.error());
        return;
    }
    if (m_client != client.id)
        m_set.reset();
    m_client = client.id;
    m_name = client.fields.name;
    m_number = client.number;
    m_fitNotes = client.fields.fitNotes;
    m_sets = std::move(*sets);
    showValues();
}

//! What the card shows, on paper.
void ClientMeasures::print()
{
    const MeasureTable table = measureTable(m_sets, m_set, m_desk.lengthUnit(), m_desk.locale().decimalPoint());
    const auto dayOf = [this](Instant at) { return wholeDayText(m_desk.calendar().dayOf(at), m_desk.locale()); };
    const bool anyFormer = hasFormer(table);
    const QString what = m_desk.lengthUnit() == LengthUnit::Inch
                             ? tr("Inches; right and left are the client\u2019s own")
                             : tr("Centimetres; right and left are the client\u2019s own");
    MeasureSheet sheet{{},
                       m_name,
                       m_number,
                       what,
                       table.newestAt ? dayOf(*table.newestAt) : tr("Newest"),
                       !anyFormer       ? QString()
                       : table.formerAt ? dayOf(*table.formerAt)
                                        : tr("Before"),
                       {},
                       m_fitNotes,
                       m_desk.today()};
    for (const MeasureLine &line : table.lines)
        sheet.lines.push_back({line.name, line.newest, line.former});
    OrderPapers(m_desk).printMeasures(std::move(sheet));
}

void ClientMeasures::showValues()
{
    MeasureTable table = measureTable(m_sets, m_set, m_desk.lengthUnit(), m_desk.locale().decimalPoint());
    const auto dayOf = [this](Instant at) { return m_desk.calendar().dayOf(at); };
    const bool none = table.lines.empty();
    const bool anyFormer = hasFormer(table);
    const QString newest = table.newestAt ? wholeDayText(dayOf(*table.newestAt), m_desk.locale()) : tr("Newest");
    const QString former =
        table.formerAt ? dayText(dayOf(*table.formerAt), m_desk.today(), m_desk.locale()) : tr("Before");
    m_table->setVisible(!none);
    m_print->setVisible(!none);
    m_none->setVisible(none);
    m_none->setText(m_desk.principal().can(access::Capability::MeasurementsWrite)
                        ? tr("Not measured yet. F4 starts, and each visit is kept beside the last.")
                        : tr("Not measured yet."));
    m_table->setTable(std::move(table.lines), newest, anyFormer ? former : QString());
    m_head->setRemark(none                                      ? QString()
                      : m_desk.lengthUnit() == LengthUnit::Inch ? tr("in, client\u2019s sides", "inches")
                                                                : tr("cm, client\u2019s sides"));
    m_whichSet->setVisible(m_sets.size() > 1);
    m_whichSet->setText(m_set ? newest : tr("All %n sets", nullptr, int(m_sets.size())));
}

QString ClientMeasures::garmentOf(const MeasurementSet &set, const std::vector<MeasurementTemplate> &templates) const
{
    for (const MeasurementTemplate &each : templates) {
        if (set.templateId == each.id)
            return QCoreApplication::translate("Measurement", each.name.toUtf8().constData());
    }
    return tr("Measures");
}

//! "Jacket, 14 March 2026", and what it is where it is no measuring of the body, or was a slip.
QString ClientMeasures::setText(const MeasurementSet &set, const std::vector<MeasurementTemplate> &templates) const
{
    const QString day = wholeDayText(m_desk.calendar().dayOf(set.takenAt), m_desk.locale());
    QString garment = garmentOf(set, templates);
    if (set.kind == SetKind::FinishedGarment)
        garment = tr("%1, finished").arg(garment);
    else if (set.kind == SetKind::FitAdjustment)
        garment = tr("%1, fit").arg(garment);
    //: garment and day of a measuring
    const QString text = tr("%1, %2").arg(garment, day);
    return supersededBecause(set, m_sets) == ChangeReason::Error ? tr("%1 (was wrong)").arg(text) : text;
}

void ClientMeasures::chooseSet()
{
    const auto templates = MeasurementService(m_desk.session(), m_desk.door()).templates();
    if (!templates) {
        m_desk.notices().fail(templates.error());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *sets = new QActionGroup(menu);
    const auto add = [&](const QString &text, const std::optional<MeasurementSetId> &set) {
        QAction *action = menu->addAction(text, this, [this, set] {
            m_set = set;
            showValues();
        });
        action->setCheckable(true);
        sets->addAction(action);
        action->setChecked(m_set == set);
    };
    add(tr("Newest of all"), {});
    menu->addSeparator();
    for (const MeasurementSet &set : m_sets) {
        add(setText(set, *templates), set.id);
    }
    menu->popup(m_whichSet->mapToGlobal(QPoint(0, m_whichSet->height())));
}

} // namespace thimblely::ui
