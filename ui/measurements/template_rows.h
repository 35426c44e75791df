// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_template.h"

#include <QAbstractListModel>

#include <array>
#include <optional>

namespace thimblely::ui {

//! The shop's templates: name, and how many fields. GUI thread.
class TemplatesModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    //! Grown people's first, then children's; the given order within.
    void setTemplates(std::vector<MeasurementTemplate> templates);
    const MeasurementTemplate &at(int row) const { return m_rows[size_t(row)]; }
    int rowOf(TemplateId id) const; //!< -1: not there
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<MeasurementTemplate> m_rows;
};

//! The fields of one template in the order they are measured; asks for a move where a row is dropped. GUI thread.
class TemplateFieldsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    //! A changed row is told as such, so that the list keeps its place; other rows, or another order, as a reset.
    void setFields(const std::vector<TemplateField> &fields);
    const std::vector<TemplateField> &fields() const { return m_fields; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void moveRequested(int from, int to);

private:
    std::vector<TemplateField> m_fields;
};

//! What a field of the shop's own may be, in the order in which it is offered.
inline constexpr std::array fieldDimensions{MeasurementDimension::Length, MeasurementDimension::Number,
                                            MeasurementDimension::Words, MeasurementDimension::Weight,
                                            MeasurementDimension::Angle};

//! "Number", "Words": what is typed into a field.
QString dimensionName(MeasurementDimension dimension, bool chosen);

} // namespace thimblely::ui
