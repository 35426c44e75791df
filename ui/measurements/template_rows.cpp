// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/template_rows.h"

#include "core/measurements/measured_value.h"
#include "ui/measurements/visit_fields.h"
#include "ui/widgets/list_row_delegate.h"

#include <QMimeData>

#include <algorithm>

namespace thimblely::ui {

namespace {

const QString mimeType = QStringLiteral("application/x-thimblely-template-field");

//! "On the body · left and right · needed".
QString remarkOf(const TemplateField &field)
{
    QStringList words;
    if (const QString section = sectionName(field.section); !section.isEmpty())
        words.append(section);
    const MeasurementDimension dimension = dimensionOf(field.code);
    if (dimension != MeasurementDimension::Length)
        words.append(dimensionName(dimension, !field.choices.isEmpty()));
    if (field.sides)
        words.append(TemplateFieldsModel::tr("left and right"));
    if (field.required)
        words.append(TemplateFieldsModel::tr("needed"));
    return words.join(QStringLiteral(" · "));
}

} // namespace

QString dimensionName(MeasurementDimension dimension, bool chosen)
{
    switch (dimension) {
    case MeasurementDimension::Length:
        return TemplateFieldsModel::tr("Length");
    case MeasurementDimension::Weight:
        return TemplateFieldsModel::tr("Weight");
    case MeasurementDimension::Angle:
        return TemplateFieldsModel::tr("Angle");
    case MeasurementDimension::Number:
        return TemplateFieldsModel::tr("Number");
    case MeasurementDimension::Words:
        break;
    }
    return chosen ? TemplateFieldsModel::tr("Choice") : TemplateFieldsModel::tr("Words");
}

void TemplatesModel::setTemplates(std::vector<MeasurementTemplate> templates)
{
    std::ranges::stable_partition(templates, [](const auto &each) { return !isForChildren(each.garmentType); });
    beginResetModel();
    m_rows = std::move(templates);
    endResetModel();
}

int TemplatesModel::rowOf(TemplateId id) const
{
    const auto found = std::ranges::find(m_rows, id, &MeasurementTemplate::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TemplatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MeasurementTemplate &row = at(index.row());
    const QString fields = tr("%n fields", nullptr, int(row.fields.size()));
    const QString second = row.builtin ? fields : tr("%1, the shop's own").arg(fields);
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "a template and how many fields it has").arg(nameOf(row), second);
    case ListRowDelegate::SecondLine:
        return second;
    default:
        return {};
    }
}

void TemplateFieldsModel::setFields(const std::vector<TemplateField> &fields)
{
    if (fields == m_fields)
        return;
    if (!std::ranges::equal(fields, m_fields, {}, &TemplateField::code, &TemplateField::code)) {
        beginResetModel();
        m_fields = fields;
        endResetModel();
        return;
    }
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] == m_fields[i])
            continue;
        m_fields[i] = fields[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int TemplateFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

QVariant TemplateFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TemplateField &field = m_fields[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(field);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "number, name and kind of a field")
            .arg(index.row() + 1)
            .arg(nameOf(field), remarkOf(field));
    case ListRowDelegate::SecondLine:
        return remarkOf(field);
    case ListRowDelegate::Amount:
        return QString::number(index.row() + 1);
    default:
        return {};
    }
}

Qt::ItemFlags TemplateFieldsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled; // between the rows
}

QStringList TemplateFieldsModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *TemplateFieldsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType, QByteArray::number(indexes.front().row()));
    return data;
}

bool TemplateFieldsModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &parent)
{
    const int from = data->data(mimeType).toInt();
    if (row >= 0 && !parent.isValid() && data->hasFormat(mimeType))
        Q_EMIT moveRequested(from, row > from ? row - 1 : row);
    return false; // the rows move by being set anew; the view must remove none
}

} // namespace thimblely::ui
