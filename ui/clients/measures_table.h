// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/clients/measure_rows.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

namespace thimblely::ui {

class ListView;

//! The lines of the table for a view and the screen reader.
class MeasureLinesModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    //! `hasFormer`: of any of them, so that their columns are wanted.
    void setLines(std::vector<MeasureLine> lines, bool hasFormer);
    bool hasFormer() const { return m_hasFormer; }
    const MeasureLine &line(int row) const { return m_lines[size_t(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<MeasureLine> m_lines;
    bool m_hasFormer = false;
};

/*!
 * Measures as the card shows them: name, the newest value large, the former one muted, what changed between. As high as
 * its rows: what holds it scrolls.
 */
class MeasuresTable : public QWidget {
    Q_OBJECT
public:
    explicit MeasuresTable(QWidget *parent = nullptr);

    void setTable(std::vector<MeasureLine> lines, const QString &newestHead, const QString &formerHead);
    MeasureLinesModel *model() { return &m_model; }

private:
    void restyle();

    MeasureLinesModel m_model;
    QWidget *m_head;
    ListView *m_view;
    QString m_newestHead;
    QString m_formerHead;

    friend class MeasuresHead;
};

} // namespace thimblely::ui
