// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::workroom {

/*!
 * The pieces in work: where each stands, who has it, how long they were at it, what was checked. Reads are made on the
 * session's thread and may take longer than a frame where much is open; writes are one operation and one commit each.
 * Who only works on given pieces reads and writes these.
 *
 * Errors: Conflict "work.waits" (what waits for an answer is not worked on), "work.runs_already", "work.runs_not",
 * "work.last_step", "work.first_step", "work.unchecked" (args: the tag, how many points have passed, of how many),
 * "work.is_ready"; Invalid "work.no_reason", "work.no_note", "work.text_too_long", "work.no_step",
 * "work.not_in_team"; those of orders/piece_writer.h; Forbidden without the right to write the piece, with
 * orders:quality_check for what becomes ready, with workspace:manage for the shop's own steps and checks.
 */
class WorkroomService {
public:
    static constexpr int longestText = 500;
    static constexpr int mostCounted = 20'000; //!< beyond that a board says that it is not whole

    WorkroomService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The columns, each with its first `most` pieces; late ones first, what is ready by how long it is.
    Result<WorkBoard> board(const WorkFilter &filter, int most) const;
    Result<WorkPage> column(int step, const WorkFilter &filter, const WorkKey &after, int limit) const;
    //! What is in work, by promise.
    Result<WorkList> list(const WorkFilter &filter, int most) const;
    Result<WorkPage> listPage(const WorkFilter &filter, const WorkKey &after, int limit) const;
    Result<WorkCard> card(OrderItemId piece) const;
    //! The piece whose tag reads so, "1042-2" or as its bar code "1042P2"; none where it is no tag, or of nothing here.
    Result<std::optional<OrderItemId>> byTag(const QString &tag) const;
    //! Forbidden without team:read.
    Result<std::vector<Hand>> hands() const;
    //! Whom it was given to, the latest first.
    Result<std::vector<Given>> given(OrderItemId piece) const;
    Result<Steps> steps() const;
    Result<Checklist> checklist() const;
    Result<std::vector<CheckAnswer>> answers(OrderItemId piece) const;
    //! What was noted with it, as at a fitting; the latest first.
    Result<std::vector<Noted>> notes(OrderItemId piece) const;

    //! Done at this step: to the next one. Work on it stops; an appointment of today is over where it was tried on.
    QFuture<Result<void>> moveOn(OrderItemId piece, QString place = {});
    QFuture<Result<void>> moveBack(OrderItemId piece);
    QFuture<Result<void>> moveTo(OrderItemId piece, QString step, QString place = {});
    //! None: to nobody.
    QFuture<Result<void>> give(OrderItemId piece, std::optional<PersonId> to);
    //! By whoever is signed in; what else they were at is paused.
    QFuture<Result<void>> start(OrderItemId piece);
    QFuture<Result<void>> pause(OrderItemId piece);
    //! What was found; the rest of the list stands as before.
    QFuture<Result<void>> check(OrderItemId piece, std::vector<CheckAnswer> answers);
    //! The same, and it is ready, with its place: all points have passed.
    QFuture<Result<void>> pass(OrderItemId piece, std::vector<CheckAnswer> answers, QString place);
    //! The same, and it is sewn once more: `why` stays with the piece.
    QFuture<Result<void>> sendBack(OrderItemId piece, std::vector<CheckAnswer> answers, QString why);
    //! Why it is late; empty: nothing holds it up any more.
    QFuture<Result<void>> delay(OrderItemId piece, QString reason);
    QFuture<Result<void>> note(OrderItemId piece, QString text);
    QFuture<Result<void>> setSteps(Steps steps);
    QFuture<Result<void>> setChecklist(Checklist checks);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::workroom
