// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/erased_papers.h"

#include "core/privacy/erasure_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper_queue.h"
#include "ui/documents/paper_settings.h"
#include "ui/widgets/when_done.h"

#include <QTimer>

namespace thimblely::ui {

namespace {

void dropErased(Desk &desk)
{
    PaperQueue &queue = PaperQueue::of(desk.session().path());
    std::vector<IdBytes> about;
    for (const WaitingPaper &waiting : queue.papers()) {
        about.push_back(waiting.paper.about);
        if (waiting.paper.payer)
            about.push_back(*waiting.paper.payer);
    }
    if (about.empty())
        return;
    ErasureService erasing(desk.session().path(), desk.principal(), desk.clock(),
                           PaperSettings::folder(desk.session().path()));
    whenDone(erasing.erasedAmong(std::move(about)), &desk, [&queue](const Result<std::vector<IdBytes>> &erased) {
        if (erased)
            queue.dropAbout(*erased);
    });
}

} // namespace

void followErasures(Desk &desk)
{
    QTimer::singleShot(0, &desk, [&desk] { dropErased(desk); }); // no part of the start waits for it
    QObject::connect(&desk.door(), &changes::WriteDoor::changed, &desk, [&desk](const changes::ChangeSet &changes) {
        if (changes.everything)
            dropErased(desk);
    });
}

} // namespace thimblely::ui
