// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::workroom {

//! One thing that is looked at before a piece is ready.
struct Check {
    QString key;  //!< in the file, for good: "seams"
    QString name; //!< "Seams and hem"
    friend bool operator==(const Check &, const Check &) = default;
};

/*!
 * What a shop looks at before a piece is ready: a row of sys_settings ("checks"); an empty list where it wants none. A
 * pure value; any thread.
 */
struct Checklist {
    static constexpr int most = 40;

    std::vector<Check> checks = {};

    //! Eight points. Translated.
    static Checklist usual();
    //! The usual one where it was never said.
    static Checklist fromJson(const std::optional<QJsonValue> &json);
    QJsonValue toJson() const;
    //! With these points instead; what is called as before, or stands where a renamed one stood, keeps what was found.
    //! Errors: those of own_names.h.
    Result<Checklist> called(const QStringList &names) const;
};

//! What was found at one point, by whom.
struct CheckAnswer {
    QString key;
    bool passed;
    std::optional<PersonId> by = {};
    std::optional<Instant> at = {};
    friend bool operator==(const CheckAnswer &, const CheckAnswer &) = default;
};

//! What the column `qc` says of the checks; it holds other things of a piece's quality too.
std::vector<CheckAnswer> readAnswers(const QByteArray &qc);
//! The column with these answers in place of those that stood there; the rest of it stays.
QByteArray withAnswers(const QByteArray &qc, const std::vector<CheckAnswer> &answers);
//! How many of the list's points have passed.
int passedOf(const Checklist &list, const std::vector<CheckAnswer> &answers);

inline constexpr char checksKey[] = "checks";

} // namespace thimblely::workroom
