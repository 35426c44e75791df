// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"
#include "ui/theme/roles.h"

#include <QAbstractButton>
#include <QLocale>

#include <vector>

namespace thimblely::ui {

//! A task of a piece: its number or key, what is done, its price. A click takes it back into the field, Delete takes it
//! out. Where it is cut to a width the words give way to the price.
class TaskChip : public QAbstractButton {
    Q_OBJECT

public:
    TaskChip(const QString &mark, orders::Task task, const QLocale &locale, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Part {
        TextStyle style;
        Role role;
        QString words;
        int width;
    };
    std::vector<Part> parts() const;
    QString price() const;

    QString m_mark;
    orders::Task m_task;
    QLocale m_locale;
};

} // namespace thimblely::ui
