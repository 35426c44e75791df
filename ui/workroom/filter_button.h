// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPushButton>

class QMenu;

namespace thimblely::ui {

//! "Who  All ⌄": what a view is narrowed to, and the menu that says it; 36 high.
class FilterButton : public QPushButton {
    Q_OBJECT

public:
    FilterButton(const QString &name, QWidget *parent);

    //! Choices in their order, the first of which is everything.
    void setChoices(const QStringList &choices);
    int current() const { return m_current; }
    void setCurrent(int choice);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    //! By a person.
    void chosen(int choice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();

    QString m_name;
    QStringList m_choices;
    int m_current = 0;
    QMenu *m_menu;
};

//! A switch that is on or off, 36 wide.
class SwitchButton : public QAbstractButton {
    Q_OBJECT

public:
    SwitchButton(const QString &name, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
