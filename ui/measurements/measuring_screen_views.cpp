// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The ways from measuring to what lies beside it, and back.
#include "core/workspaces/workspace_service.h"
#include "ui/desk/desk.h"
#include "ui/measurements/group_view.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/read_aloud.h"
#include "ui/measurements/templates_view.h"
#include "ui/measurements/value_field.h"

#include <QActionGroup>
#include <QMenu>
#include <QStackedLayout>

namespace thimblely::ui {

void MeasuringScreen::fillMenu()
{
    QMenu *menu = m_page->moreMenu();
    menu->clear();
    m_page->addHidden(menu);
    if (m_desk.principal().can(access::Capability::TemplatesWrite))
        menu->addAction(tr("Templates…"), this, &MeasuringScreen::editTemplates);
    if (m_garment && m_desk.principal().can(access::Capability::MeasurementsWrite) &&
        m_desk.principal().can(access::Capability::ClientsWrite))
        menu->addAction(tr("Measure several people…"), this, &MeasuringScreen::measureGroup);
    QAction *aloud = menu->addAction(ReadAloud::isPossible() ? tr("Read each field aloud")
                                                             : tr("Read aloud: install speech-dispatcher first"));
    aloud->setCheckable(true);
    aloud->setChecked(m_readAloud->isOn());
    aloud->setEnabled(ReadAloud::isPossible());
    connect(aloud, &QAction::toggled, this, &MeasuringScreen::readAloud);
    menu->addSeparator();
    menu->addAction(tr("Print the sheet") + QStringLiteral("\tF8"), this, &MeasuringScreen::print);
    if (m_desk.principal().can(access::Capability::DataExport))
        menu->addAction(tr("Write for SeamlyMe (.smis)"), this, &MeasuringScreen::exportToSeamly);
    if (!m_desk.principal().can(access::Capability::WorkspaceManage))
        return;
    menu->addSeparator();
    auto *parts = new QActionGroup(menu);
    for (const int each : {8, 4}) {
        QAction *action = menu->addAction(each == 8 ? tr("In inches, 38 2 is 38 2/8") : tr("In inches, 38 2 is 38 2/4"),
                                          this, [this, each] { setInchParts(each); });
        action->setCheckable(true);
        action->setChecked(each == m_inchParts);
        parts->addAction(action);
    }
}

void MeasuringScreen::setInchParts(int parts)
{
    WorkspaceService service(m_desk.session(), m_desk.door());
    auto profile = service.load();
    if (!profile) {
        m_desk.notices().fail(profile.error());
        return;
    }
    profile->inchParts = parts;
    m_desk.when(service.update(*profile), this, [this, parts] {
        m_inchParts = parts;
        m_page->setFractionDenominator(parts);
    });
}

void MeasuringScreen::readAloud(bool on)
{
    m_readAloud->setOn(on);
    readField(m_page->current());
}

//! The field now asked for, and how its tape lies.
void MeasuringScreen::readField(const QString &code)
{
    if (const MeasureField *now = field(code))
        m_readAloud->say(now->howTo.isEmpty() ? now->name : tr("%1: %2").arg(now->name, now->howTo), false);
}

void MeasuringScreen::editTemplates()
{
    if (!m_page->valueField()->commit())
        return; // what cannot be read is put right first
    writeOrder();
    if (!m_templatesView) {
        m_templatesView = new TemplatesView(m_desk, this);
        m_views->addWidget(m_templatesView);
        connect(m_templatesView, &TemplatesView::left, this, &MeasuringScreen::leaveTemplates);
    }
    m_templatesView->showTemplate(m_garment ? std::optional(m_garment->id) : std::nullopt);
    m_views->setCurrentWidget(m_templatesView);
    m_templatesView->arrive();
}

void MeasuringScreen::leaveTemplates(std::optional<TemplateId> garment)
{
    m_views->setCurrentWidget(m_page);
    if (m_client)
        measure(m_client->id, garment); // what was measured stays in its draft
}

void MeasuringScreen::measureGroup()
{
    if (!m_page->valueField()->commit() || !m_client || !m_garment)
        return;
    if (!m_groupView) {
        m_groupView = new GroupView(m_desk, this);
        m_views->addWidget(m_groupView);
        connect(m_groupView, &GroupView::left, this, &MeasuringScreen::backToPage);
    }
    m_groupView->start(*m_client, *m_garment, m_page->unit(), m_inchParts);
    m_views->setCurrentWidget(m_groupView);
    m_groupView->arrive();
}

void MeasuringScreen::backToPage()
{
    m_views->setCurrentWidget(m_page);
    if (m_client && m_garment)
        measure(m_client->id, m_garment->id); // what was measured stays in its draft
}

void MeasuringScreen::arrive()
{
    if (m_views->currentWidget() == m_templatesView)
        m_templatesView->arrive();
    else if (m_views->currentWidget() == m_groupView)
        m_groupView->arrive();
    else
        m_page->focusValue();
}

bool MeasuringScreen::stepBack()
{
    if (m_views->currentWidget() == m_templatesView) {
        leaveTemplates(m_templatesView->shown());
        return true;
    }
    if (m_views->currentWidget() == m_groupView) {
        backToPage();
        return true;
    }
    if (m_reason) {
        dropReason();
        m_page->focusValue();
        return true;
    }
    return m_page->leaveHelperView();
}

bool MeasuringScreen::handle(ActionId action)
{
    if (action == ActionId::PrintAgain && m_views->currentWidget() == m_page) {
        print();
        return true;
    }
    if (action == ActionId::Party &&
        m_views->currentWidget() == m_page) { // F11, which is about several people at the counter
        m_page->toggleHelperView();
        return true;
    }
    if (action != ActionId::Save || m_views->currentWidget() == m_templatesView)
        return false; // there it is saved as it is done
    if (m_views->currentWidget() == m_groupView)
        m_groupView->save();
    else
        m_page->save();
    return true;
}

} // namespace thimblely::ui
