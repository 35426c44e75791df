// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QLabel>

#include <optional>

class QPainter;

namespace thimblely::ui {

/*!
 * A status as shape and word. With field it is the 24 px chip; without, shape and word in the status' colour as lists
 * show it. Without a status it is a quiet tag.
 */
class Chip : public QLabel {
    Q_OBJECT
public:
    explicit Chip(Status status, const QString &word, QWidget *parent = nullptr);
    //! A quiet tag without shape, as for fit notes.
    explicit Chip(const QString &word, QWidget *parent = nullptr);

    void setStatus(Status status, const QString &word);
    void setFieldVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void init();

    std::optional<Status> m_status;
    bool m_field = true;
};

//! For delegates: the width a chip (or, without field, shape and word) takes.
int chipWidth(const QString &word, bool field);
//! For delegates: paints the chip at the trailing end of `rect`, vertically centred; returns the width used.
int paintChip(QPainter *painter, const QRect &rect, Status status, const QString &word, bool field,
              Qt::LayoutDirection direction);

} // namespace thimblely::ui
