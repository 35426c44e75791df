// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/measurements/measurement_catalogue.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace thimblely {

//! A field of a template, in the order the shop measures.
struct TemplateField {
    QString code;
    QString label;   //!< the shop's own word; empty: the catalogue's name
    QString section; //!< "body", "finished" or English words in the built-in ones
    bool required = false;
    bool sides = false;                           //!< asked for left and right
    MeasurementKind kind = MeasurementKind::Body; //!< of a field of the shop's own; others are the catalogue's
    QStringList choices = {};                     //!< of words: what is chosen from; empty: anything is written

    friend bool operator==(const TemplateField &, const TemplateField &) = default;
};

//! A template as a person makes or changes it.
struct TemplateDraft {
    QString name;
    QString garmentType; //!< "trousers", for children "child_trousers"; may be empty
    std::vector<TemplateField> fields;

    friend bool operator==(const TemplateDraft &, const TemplateDraft &) = default;
};

struct MeasurementTemplate {
    TemplateId id;
    QString name; //!< English for built-in ones: shown by QCoreApplication::translate("Measurement", name)
    QString garmentType;
    std::vector<TemplateField> fields;
    bool builtin;
    int version;

    TemplateDraft draft() const { return {name, garmentType, fields}; }
};

//! Of the body or of the garment: as the catalogue says, else as the shop does.
MeasurementKind kindOf(const TemplateField &field);
//! The shop's own word, else the catalogue's, translated; words of the code where nobody has one.
QString nameOf(const TemplateField &field);
QString nameOf(const MeasurementTemplate &garment);
//! Where no template is at hand: the catalogue's name, else the words that a field of the shop's own was made of.
QString nameOfCode(const QString &code);

//! Templates for children ask about what children measure; their garment type says so.
bool isForChildren(QStringView garmentType);
//! The same garment for a child, or for grown people.
QString garmentTypeFor(const QString &garmentType, bool children);

/*!
 * The code of a shop's own field: "Pocket depth" is "@pocket_depth", counted ones end in "_number". The same words are
 * the same field in every template, so that their values are shared.
 */
QString ownFieldCode(const QString &label, MeasurementDimension dimension);

/*!
 * Refuses what cannot be measured by: "template.no_name", "template.name_too_long" (100 letters), "template.no_fields",
 * "template.too_many_fields" (120), and with the field's name "template.field_no_name", "template.same_field",
 * "template.one_choice" (a choice of one is none).
 */
Result<void> validate(const TemplateDraft &draft);

//! measurement_templates.fields: [{"code": "waist_circ", "section": "body", "order": 1}].
QByteArray fieldsToJson(const std::vector<TemplateField> &fields);
std::vector<TemplateField> fieldsFromJson(const QByteArray &json);

} // namespace thimblely
