// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_set.h"
#include "core/measurements/plausibility.h"
#include "ui/measurements/measure_field.h"

#include <QJsonArray>

#include <memory>

namespace thimblely::ui {

//! What a doubt says: what is odd, and what it is measured by.
struct DoubtWords {
    QString headline;
    QString detail;
};

/*!
 * The doubts of one visit: which value is likely a slip, in words, and which ones a person has kept against a doubt. A
 * kept value is not asked about again while it stands, and nothing else is judged by it. GUI thread.
 */
class VisitDoubts {
public:
    //! Several visits may be judged by the same figures.
    explicit VisitDoubts(std::shared_ptr<const Plausibility> figures = std::make_shared<Plausibility>())
        : m_plausibility(std::move(figures))
    {}

    //! A new visit; nothing is kept yet. A template for children makes anybody a child.
    void begin(const ClientDraft &client, const std::optional<MeasurementTemplate> &garment, Date today);

    //! Who is measured, as their values are judged.
    const MeasuredPerson &person() const { return m_person; }

    std::optional<Doubt> about(const MeasureField &field, const MeasuredValue &value,
                               const std::vector<MeasureField> &fields) const;
    //! The first of the values measured today that was not asked about as it was typed, all others being known now.
    std::optional<Doubt> firstIn(const std::vector<MeasureField> &fields) const;
    //! Where nine of ten lie with these other values, else what is usual for the field.
    std::optional<LengthRange> usual(const MeasureField &field, const std::vector<MeasureField> &fields) const;
    //! Another digit would make it another plausible number: "9" may become "93".
    static bool mayGoOn(const MeasureField &field, const MeasuredValue &typed);

    DoubtWords words(const Doubt &doubt, const QString &typed, const std::vector<MeasureField> &fields,
                     LengthUnit unit) const;

    void keep(const Doubt &doubt);
    //! Of the values that still stand, as a set stores it: "waist_circ:measure.outside_usual".
    QStringList kept(const std::vector<MeasureField> &fields) const;
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &json);

private:
    struct Kept {
        QString code;
        Side side;
        qint64 amount;
        QString warning;
    };
    bool isKept(const MeasuredValue &value) const;
    std::vector<MeasuredValue> judged(const std::vector<MeasureField> &fields) const;
    QString facts(const Doubt &doubt, const std::vector<MeasureField> &fields, LengthUnit unit) const;
    QString usualWords(const MeasurementRange &usual, bool alone, LengthUnit unit) const;

    std::shared_ptr<const Plausibility> m_plausibility;
    MeasuredPerson m_person;
    std::vector<Kept> m_kept;
};

} // namespace thimblely::ui
