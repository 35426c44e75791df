// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What leaves the measuring screen: the sheet for the workroom, the file for a pattern program.
#include "core/exchange/measurement_exporter.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper_settings.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/value_field.h"

#include <QDir>

#include <algorithm>

namespace thimblely::ui {

namespace {

//! Of a field what is known: today's value, else the last visit's, with the one before it.
MeasureSheetLine lineOf(const MeasureField &field, LengthUnit unit)
{
    const auto earlier = [&](size_t at) {
        return at < field.earlier.size() ? shownInTable(field, field.earlier[at].value, unit) : QString();
    };
    const bool measured = field.state == FieldState::Measured;
    const QString newest = measured ? shownInTable(field, field.today, unit) : earlier(0);
    const QString fit = fitText(field.fit, unit);
    return {fit.isEmpty() ? field.name : field.name + QStringLiteral("  (") + fit + QLatin1Char(')'), newest,
            earlier(measured ? 0 : 1)};
}

//! Under the headings of their sections, where there are several.
std::vector<MeasureSheetLine> linesOf(const std::vector<MeasureField> &fields, LengthUnit unit)
{
    std::vector<MeasureSheetLine> lines;
    QStringList sections;
    for (const MeasureField &field : fields) {
        const MeasureSheetLine line = lineOf(field, unit);
        if (line.newest.isEmpty())
            continue;
        if (sections.isEmpty() || sections.last() != field.section) {
            sections.append(field.section);
            lines.push_back({field.section, {}, {}});
        }
        lines.push_back(line);
    }
    if (sections.size() == 1)
        lines.erase(lines.begin());
    return lines;
}

} // namespace

void MeasuringScreen::print()
{
    if (!m_client || !m_garment || !m_page->valueField()->commit())
        return;
    const LengthUnit unit = m_page->unit();
    std::vector<MeasureSheetLine> lines = linesOf(m_page->fields(), unit);
    if (lines.empty()) {
        m_desk.notices().say(tr("Nothing is measured yet, so there is nothing to print."));
        return;
    }
    const bool former = std::ranges::any_of(lines, [](const MeasureSheetLine &line) { return !line.former.isEmpty(); });
    //: garment and unit on the sheet for the workroom
    const QString what =
        tr("%1, in %2; right and left are the client\u2019s own").arg(nameOf(*m_garment), unitSymbol(unit));
    MeasureSheet sheet{{},
                       m_client->fields.name,
                       m_client->number,
                       what,
                       tr("Newest"),
                       former ? tr("Before") : QString(),
                       std::move(lines),
                       m_client->fields.fitNotes,
                       m_desk.today()};
    OrderPapers(m_desk).printMeasures(std::move(sheet));
}

void MeasuringScreen::exportToSeamly()
{
    if (!m_client)
        return;
    const QString folder = PaperSettings::folder(m_desk.session().path());
    const auto written =
        m_desk.reader().read<QString>([door = &m_desk.door(), client = m_client->id, folder](access::Session &session) {
            ClientService clients(session, *door);
            MeasurementService measurements(session, *door);
            return exportSmis(session, clients, measurements, client, folder);
        });
    m_desk.when(written, this, [this](const QString &path) {
        m_desk.notices().say(tr("What is saved was written to %1").arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace thimblely::ui
