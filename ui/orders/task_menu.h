// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/length.h"
#include "ui/orders/task_text.h"

#include <QFrame>

class QGridLayout;

namespace thimblely::ui {

class Label;

/*!
 * What the keys 1 to 9 stand for, as tiles that lie over what is below the task field and never take the keyboard: the
 * tasks of the garment, fewer while one is typed; once one is chosen the sides, how much where that is asked, and in inches the parts of one.
 */
class TaskMenu : public QFrame {
    Q_OBJECT

public:
    TaskMenu(const TaskReader &reader, LengthUnit unit, QWidget *over);

    //! Shows what can follow `typed`, beside `field`; nothing where nothing can. `asked`: how much was asked in vain.
    void follow(const QString &typed, bool asked, const QWidget &field);

Q_SIGNALS:
    void taskChosen(const QString &name);
    void wordChosen(const QString &word); //!< a side or a part of an inch, to be typed after what stands there

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();
    void showTasks(const QString &typed);
    void showWords(const QString &typed);
    void askHowMuch(const QString &typed, bool asked);
    void addWord(const QString &mark, const QString &word);
    void add(QWidget *tile);
    void place(const QWidget &field);

    const TaskReader &m_reader;
    const LengthUnit m_unit;
    QGridLayout *m_tiles;
    Label *m_question;
};

} // namespace thimblely::ui
