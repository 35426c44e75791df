// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/setup_form.h"

#include "core/workroom/workroom_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace thimblely::ui {

namespace {

constexpr int lineHeight = 24;
constexpr int frame = 26; // and what the document leaves around it

//! One a line; empty ones are none.
QStringList linesOf(const QPlainTextEdit &edit)
{
    QStringList lines;
    const QStringList all = edit.toPlainText().split(u'\n');
    for (const QString &line : all) {
        if (!line.trimmed().isEmpty())
            lines.append(line.simplified());
    }
    return lines;
}

QString phaseWords(orders::Stage phase)
{
    switch (phase) {
    case orders::Stage::Booked:
        return SetupForm::tr("To be cut");
    case orders::Stage::Cut:
        return SetupForm::tr("Sewn");
    case orders::Stage::Fitting:
        return SetupForm::tr("Tried on");
    case orders::Stage::Finished:
        return SetupForm::tr("Finished");
    default:
        return SetupForm::tr("Ready");
    }
}

} // namespace

SetupForm::SetupForm(Desk &desk, QWidget *over) : SideForm(desk, tr("Keep it"), over), m_points(nullptr)
{
    for (const workroom::PhaseNames &each : m_steps.names()) {
        const bool several = each.phase != orders::Stage::Ready;
        m_phases.push_back({each.phase, addLines(phaseWords(each.phase), several ? 2 : 1)});
    }
    m_points = addLines(tr("Looked at before it is ready"), 8);
    rows()->addStretch(1);
}

QPlainTextEdit *SetupForm::addLines(const QString &label, int high)
{
    auto *pair = new QWidget(body());
    auto *lines = column(pair, 4);
    auto *edit = new QPlainTextEdit(pair);
    auto *name = new Label(TextStyle::CaptionStrong, Role::Muted, label, pair);
    edit->setAccessibleName(label);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap); // a line is a name
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto keepHeight = [edit, high] { edit->setFixedHeight(Theme::instance().px(high * lineHeight) + frame); };
    keepHeight();
    connect(&Theme::instance(), &Theme::changed, edit, keepHeight);
    connect(edit, &QPlainTextEdit::textChanged, this, &SetupForm::clearProblem);
    name->setBuddy(edit);
    lines->addWidget(name);
    lines->addWidget(edit);
    rows()->addWidget(pair);
    return edit;
}

void SetupForm::begin(const workroom::Steps &steps, const workroom::Checklist &checks)
{
    m_steps = steps;
    m_checks = checks;
    const auto names = steps.names();
    for (size_t i = 0; i < m_phases.size(); ++i)
        m_phases[i].names->setPlainText(names[i].names.join(u'\n'));
    QStringList points;
    for (const workroom::Check &check : checks.checks)
        points.append(check.name);
    m_points->setPlainText(points.join(u'\n'));
    come({}, {}, tr("Steps and check"), tr("One a line. A column of the board is a step; pieces stay where they are."),
         m_phases.front().names);
}

void SetupForm::submit()
{
    if (isBusy())
        return;
    std::vector<workroom::PhaseNames> names;
    for (const Phase &each : m_phases)
        names.push_back({each.phase, linesOf(*each.names)});
    const auto steps = m_steps.called(names);
    if (!steps)
        return setProblem(steps.error());
    const auto checks = m_checks.called(linesOf(*m_points));
    if (!checks)
        return setProblem(checks.error());
    if (*steps == m_steps)
        return writeChecks(*checks);
    write([this, steps = *steps] { return workroom::WorkroomService(desk().session(), desk().door()).setSteps(steps); },
          [this, steps = *steps, checks = *checks] {
              m_steps = steps;
              writeChecks(checks);
          });
}

void SetupForm::writeChecks(const workroom::Checklist &checks)
{
    if (checks.checks == m_checks.checks)
        return finish();
    write([this, checks] { return workroom::WorkroomService(desk().session(), desk().door()).setChecklist(checks); });
}

} // namespace thimblely::ui
