// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::workroom {

//! A step of the shop's work over one of the fixed phases, which are what is counted.
struct Step {
    QString key;  //!< in the file, for good: "stitch"
    QString name; //!< as the shop calls it: "Stitching"
    orders::Stage phase;
    friend bool operator==(const Step &, const Step &) = default;
};

//! What a shop calls the steps of one of the fixed phases, in their order.
struct PhaseNames {
    orders::Stage phase;
    QStringList names;
    friend bool operator==(const PhaseNames &, const PhaseNames &) = default;
};

/*!
 * The steps through which a shop's pieces go, the columns of its board: a row of sys_settings ("stages"). The first is
 * for what was booked, the last for what is ready, and none lies in an earlier phase than the one before it. A pure
 * value; any thread.
 */
class Steps {
public:
    static constexpr int most = 12;

    //! To cut, Stitching, Fitting, "Finish, check", Ready. Translated.
    static Steps usual();
    //! The usual ones where it is no such list.
    static Steps fromJson(const QJsonValue &json);
    QJsonValue toJson() const;

    //! By the phases that a shop is asked about: to be cut, sewn, tried on, finished, ready.
    std::vector<PhaseNames> names() const;
    /*!
     * Those with these names instead, by the same phases. A step keeps its key, and so its pieces, where it is called as
     * before or stands where a renamed one stood. Errors: Invalid "work.no_first_step", "work.one_ready_step",
     * and those of own_names.h.
     */
    Result<Steps> called(const std::vector<PhaseNames> &names) const;

    const std::vector<Step> &all() const { return m_steps; }
    const Step &at(int step) const { return m_steps[size_t(step)]; }
    int count() const { return int(m_steps.size()); }
    int ready() const { return count() - 1; }
    //! By its key; none where the shop has no such step any more.
    std::optional<int> find(QStringView key) const;

    //! Where a piece stands: at the step it was put to, else, where another screen moved it, at the one of its phase.
    int of(orders::PieceKind kind, orders::Stage stage, QStringView key) const;
    /*!
     * The step after this one; none after the last. A fitting is passed over by what is not `tried` on, and what is
     * sold as it is goes to the rack at once.
     */
    std::optional<int> next(int step, orders::PieceKind kind, bool tried) const;
    //! The step before this one, likewise; what is not made new is not cut.
    std::optional<int> previous(int step, orders::PieceKind kind, bool tried) const;
    //! Where it is sewn, and where what does not pass the check goes back to.
    int sewing() const { return m_sewing; }

    friend bool operator==(const Steps &a, const Steps &b) { return a.m_steps == b.m_steps; }

private:
    explicit Steps(std::vector<Step> steps);
    int lastUpTo(orders::Stage phase) const;
    int first(orders::PieceKind kind) const;

    std::vector<Step> m_steps;
    int m_sewing;
};

inline constexpr char stepsKey[] = "stages";

} // namespace thimblely::workroom
