// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/waiting_papers.h"

#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper_queue.h"
#include "ui/documents/paper_rights.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

namespace thimblely::ui {

WaitingPapers::WaitingPapers(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_rows(column(this, 8))
{
    connect(&PaperQueue::of(desk.session().path()), &PaperQueue::changed, this, &WaitingPapers::fill);
    fill();
}

void WaitingPapers::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // a press on its own button may have led here
        delete item;
    }
    std::vector<WaitingPaper> papers = PaperQueue::of(m_desk.session().path()).papersOf(m_desk.principal().workspace);
    std::erase_if(papers, [this](const WaitingPaper &each) { return !mayPrint(each.paper.kind, m_desk.principal()); });
    setHidden(papers.empty());
    if (papers.empty())
        return;
    m_rows->addWidget(new SectionHead(tr("Not printed yet"), this));
    for (const WaitingPaper &waiting : papers) {
        auto *line = new QWidget(this);
        auto *columns = row(line, 12);
        auto *words = column(nullptr, 0);
        auto *why = new Label(TextStyle::Caption, Role::Late, waiting.why, line);
        why->setWordWrap(true);
        words->addWidget(new Label(TextStyle::BodyStrong, Role::Text, waiting.name, line));
        words->addWidget(why);
        auto *again = new PlainButton(tr("Print"), line);
        again->setIconName("i-print");
        again->setAccessibleName(tr("Print %1").arg(waiting.name));
        auto *drop = new FlatButton(tr("Give up"), line);
        drop->setAccessibleName(tr("Give up %1").arg(waiting.name));
        columns->addLayout(words, 1);
        columns->addWidget(drop);
        columns->addWidget(again);
        m_rows->addWidget(line);
        connect(again, &QAbstractButton::clicked, this,
                [this, paper = waiting.paper] { OrderPapers(m_desk).print(paper); });
        connect(drop, &QAbstractButton::clicked, this,
                [this, paper = waiting.paper] { PaperQueue::of(m_desk.session().path()).drop(paper); });
    }
}

} // namespace thimblely::ui
