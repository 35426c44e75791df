// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QJsonValue>
#include <QString>
#include <QTime>

#include <map>

namespace thimblely {

/*!
 * How often a shop has what it makes tried on, and how far apart: a row of sys_settings ("fittings"). A pure value; any
 * thread.
 */
struct FittingRules {
    std::map<QString, int> counts = {}; //!< by garment, where the shop wants another number than usualFittings()
    int between = 4;                    //!< working days from one fitting to the next
    int before = 2;                     //!< working days from the last one to the promise
    QTime at = QTime(11, 0);
    int minutes = 30;

    //! Of a garment made new.
    int countOf(const QString &garment) const;

    static FittingRules fromJson(const QJsonValue &json);
    QJsonValue toJson() const;

    friend bool operator==(const FittingRules &, const FittingRules &) = default;
};

inline constexpr char fittingRulesKey[] = "fittings";
inline constexpr int mostFittings = 6;

//! Suit 3, jacket, coat, gown 2, dress 2 …, shirt 0.
int usualFittings(QStringView garment);

} // namespace thimblely
