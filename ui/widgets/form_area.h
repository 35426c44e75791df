// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;

namespace thimblely::ui {

//! A form of the program on its own screen: no wider than its lines read well, in the middle, scrolled where it is long.
class FormArea : public QScrollArea {
    Q_OBJECT
public:
    enum class Stands { AtTheTop, InTheMiddle };

    //! `width` in px at 100 %.
    FormArea(int width, const QString &heading, Stands stands, QWidget *parent);

    //! What the fields are made in, so that Tab goes through them as they were made.
    QWidget *form() const { return m_form; }
    QVBoxLayout *rows() const { return m_rows; }
    void addPair(QWidget *left, QWidget *right);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_form;
    QVBoxLayout *m_rows;
};

} // namespace thimblely::ui
