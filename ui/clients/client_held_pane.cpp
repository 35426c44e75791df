// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_held_pane.h"

#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/when_done.h"

#include <ranges>

namespace thimblely::ui {

namespace {

//! More stands in the files; nobody reads further here.
constexpr int mostRecords = 60;

//! Money is hidden here, too, while the screen hides it.
QString textOf(const privacy::HeldFact &fact, const Desk &desk)
{
    return fact.money ? desk.amount(*fact.money) : fact.text;
}

} // namespace

ClientHeldPane::ClientHeldPane(Desk &desk, QWidget *parent)
    : ClientTaskPane(parent), m_desk(desk), m_write(new PrimaryButton(tr("PDF and JSON"), this))
{
    leaveButton()->setText(tr("Back"));
    addButton(m_write);
    body()->setSpacing(6);
    connect(m_write, &QAbstractButton::clicked, this, [this] {
        if (m_file)
            OrderPapers(m_desk).writeHeld(*m_file);
    });
}

void ClientHeldPane::start(ClientId client, const QString &name)
{
    m_client = client;
    m_file.reset();
    m_write->setEnabled(false);
    clearBody();
    setHead(tr("Held on %1").arg(name), tr("With the bin and former values"));
    const privacy::ReadingTerms terms{m_desk.profile().name, m_desk.locale(), m_desk.calendar(),
                                      m_desk.profile().currency, m_desk.today()};
    const auto read = m_desk.reader().read<privacy::ClientFile>([client, terms](access::Session &session) {
        return privacy::everythingHeld(session.path(), session.principal(), client, terms);
    });
    whenDone(read, this, [this, client](const Result<privacy::ClientFile> &file) {
        if (m_client != client)
            return;
        if (!file)
            return m_desk.notices().fail(file.error());
        m_file = *file;
        m_write->setEnabled(true);
        show(*file);
    });
}

void ClientHeldPane::focusFirst()
{
    leaveButton()->setFocus(Qt::OtherFocusReason);
}

void ClientHeldPane::show(const privacy::ClientFile &file)
{
    clearBody();
    int shown = 0;
    for (const privacy::HeldSection &section : file.sections) {
        body()->addWidget(new SectionHead(section.title, bodyWidget()));
        int left = int(section.records.size());
        for (const privacy::HeldRecord &record : section.records) {
            if (shown >= mostRecords)
                break;
            ++shown;
            --left;
            for (const privacy::HeldFact &fact : record.facts | std::views::filter(&privacy::HeldFact::isForPeople))
                addLine(fact.name, textOf(fact, m_desk));
            for (const privacy::HeldChange &change : record.changes)
                addLine(tr("%1 before").arg(change.before.name),
                        tr("%1 (until %2)").arg(textOf(change.before, m_desk), change.when));
            body()->addSpacing(8);
        }
        if (left > 0)
            addLine({}, tr("%n more in the files", nullptr, left));
    }
    if (!file.pictures.isEmpty()) {
        body()->addWidget(new SectionHead(tr("Pictures"), bodyWidget()));
        addLine(tr("photos"), tr("%n, named in the files", nullptr, int(file.pictures.size())));
    }
    body()->addStretch(1);
}

} // namespace thimblely::ui
