// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/check_form.h"

#include "core/orders/rack_service.h"
#include "core/workroom/workroom_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/pane.h"
#include "ui/workroom/work_words.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

CheckForm::CheckForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Ready"), over), m_list(new QWidget(body())), m_all(new PlainButton(tr("All is well"), body())),
      m_place(nullptr)
{
    column(m_list, 0);
    rows()->addWidget(m_list);
    m_all->setCaption(QStringLiteral("+"));
    rows()->addWidget(m_all, 0, Qt::AlignLeading);
    m_place = addText(tr("Where it hangs"));
    m_why = addText(tr("What is not well"));
    m_back = new PlainButton(tr("Back to be sewn"), body());
    rows()->addWidget(m_back, 0, Qt::AlignLeading);
    rows()->addStretch(1);
    endWith(m_place);
    connect(m_all, &QAbstractButton::clicked, this, &CheckForm::tickAll);
    connect(m_back, &QAbstractButton::clicked, this, &CheckForm::sendBack);
    connect(m_why->edit(), &QLineEdit::returnPressed, this, &CheckForm::sendBack);
}

void CheckForm::offerChecks(const workroom::Checklist &checks)
{
    const bool same = std::ranges::equal(m_lines, checks.checks, {}, &Line::key, &workroom::Check::key);
    if (same)
        return;
    for (const Line &line : m_lines)
        delete line.box;
    m_lines.clear();
    for (const workroom::Check &check : checks.checks) {
        auto *box = new QCheckBox(check.name, m_list);
        box->setMinimumHeight(metric::Touch);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name does not hold the form wide
        box->setToolTip(check.name);
        m_list->layout()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &CheckForm::lookAtTicks);
        m_lines.push_back({check.key, box});
    }
}

void CheckForm::begin(const workroom::WorkCard &card, const workroom::Checklist &checks)
{
    m_piece = card.id;
    offerChecks(checks);
    const workroom::WorkroomService service(desk().session(), desk().door());
    const auto found = service.answers(card.id);
    QWidget *first = nullptr;
    for (const Line &line : m_lines) {
        const bool well = found && std::ranges::any_of(*found, [&](const workroom::CheckAnswer &answer) {
                              return answer.key == line.key && answer.passed;
                          });
        line.box->setChecked(well);
        if (!well && !first)
            first = line.box;
    }
    m_why->setText({});
    const auto place = orders::RackService(desk().session(), desk().door()).lastPlace();
    m_place->setText(card.rack.isEmpty() && place ? *place : card.rack);
    lookAtTicks();
    come(card.id.toString(), cardName(card), tr("Check"), cardName(card), first ? first : m_place->edit());
}

void CheckForm::tickAll()
{
    for (const Line &line : m_lines)
        line.box->setChecked(true);
    m_place->edit()->setFocus(Qt::OtherFocusReason);
}

bool CheckForm::isAllWell() const
{
    return std::ranges::all_of(m_lines, [](const Line &line) { return line.box->isChecked(); });
}

void CheckForm::lookAtTicks()
{
    const bool well = isAllWell();
    primary()->setText(well ? tr("Ready") : tr("Keep so far"));
    m_all->setEnabled(!well);
    clearProblem();
}

std::vector<workroom::CheckAnswer> CheckForm::answers() const
{
    std::vector<workroom::CheckAnswer> answers;
    for (const Line &line : m_lines)
        answers.push_back({line.key, line.box->isChecked()});
    return answers;
}

void CheckForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    write([this] {
        workroom::WorkroomService service(desk().session(), desk().door());
        return isAllWell() ? service.pass(*m_piece, answers(), m_place->text()) : service.check(*m_piece, answers());
    });
}

void CheckForm::sendBack()
{
    if (isBusy() || !m_piece)
        return;
    if (m_why->text().trimmed().isEmpty()) {
        setProblem({ErrorKind::Invalid, "work.no_reason", {}, {}});
        m_why->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    write([this] {
        return workroom::WorkroomService(desk().session(), desk().door()).sendBack(*m_piece, answers(), m_why->text());
    });
}

void CheckForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Plus)
        return tickAll();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QCheckBox *>(focusWidget()))
        return submit();
    SideForm::keyPressEvent(event);
}

} // namespace thimblely::ui
