// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>
#include <QWidget>

namespace thimblely::ui {

//! The head of a column: the step's name, how many pieces, the hours, and these as a bar; nothing in it is a colour.
class ColumnHead : public QWidget {
    Q_OBJECT

public:
    explicit ColumnHead(QWidget *parent);

    //! `load`: hours of work, of so many; over 1 the words say that it is too much. Negative: no bar. `shortEnd` stands
    //! where there is no room for `end`.
    void setColumn(const QString &name, const QString &count, const QString &end, const QString &shortEnd, double load);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_count;
    QString m_end;
    QString m_shortEnd;
    double m_load = -1;
};

} // namespace thimblely::ui
