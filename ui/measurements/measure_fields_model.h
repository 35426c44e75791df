// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"

#include <QAbstractListModel>

namespace thimblely::ui {

//! One row of the list of measures, texts ready to paint.
struct MeasureRow {
    QString code;
    int number = 0;
    QString name;
    QString todayText; //!< empty: not measured yet
    QString lastText;  //!< of the last visit; may be empty
    FieldState state = FieldState::Empty;
    bool flagged = false;
    bool paired = false;
    bool unread = false;     //!< what stands in it was not read yet: no tick
    bool unreadable = false; //!< and cannot be
    bool required = false;
    bool words = false;   //!< no figures: they may be cut short
    QString fit = {};     //!< "left +1.2": how the garment is cut otherwise
    QString heading = {}; //!< over the first row of a section

    friend bool operator==(const MeasureRow &, const MeasureRow &) = default;
};

//! The fields of a template as rows; a changed row tells exactly which roles changed. GUI thread.
class MeasureFieldsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles {
        CodeRole = Qt::UserRole + 1,
        NumberRole,
        TodayRole,
        LastRole,
        StateRole,
        FlaggedRole,
        PairedRole,
        UnreadRole,
        UnreadableRole,
        RequiredRole,
        FitRole,
        HeadingRole
    };

    explicit MeasureFieldsModel(QObject *parent = nullptr);

    void setRows(std::vector<MeasureRow> rows);
    //! Replaces the row of the same code; nothing happens where there is none or nothing changed.
    void setRow(const MeasureRow &row);
    const std::vector<MeasureRow> &rows() const { return m_rows; }
    QModelIndex indexOf(const QString &code) const;
    int count(FieldState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    //! Moves nothing by itself: asks for it.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    //! The row of `code` was dropped where it would be the row `to`.
    void moveRequested(const QString &code, int to);

private:
    static QString sentence(const MeasureRow &row);

    std::vector<MeasureRow> m_rows;
};

} // namespace thimblely::ui
