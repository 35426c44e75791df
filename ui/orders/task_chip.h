// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QAbstractButton>
#include <QLocale>

namespace thimblely::ui {

//! A task of a piece: its number, what is done, its price. A click takes it back into the field, Delete takes it out.
class TaskChip : public QAbstractButton {
    Q_OBJECT

public:
    TaskChip(int number, orders::Task task, const QLocale &locale, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString price() const;

    int m_number;
    orders::Task m_task;
    QLocale m_locale;
};

} // namespace thimblely::ui
