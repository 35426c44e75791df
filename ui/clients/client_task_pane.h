// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Label;

/*!
 * Something that is done with a client, in place of the card: what it is and a hint, its buttons, and below them a body
 * that scrolls. A base for the panes of this folder.
 */
class ClientTaskPane : public Pane {
    Q_OBJECT
public:
    explicit ClientTaskPane(QWidget *parent = nullptr);

Q_SIGNALS:
    void leaveRequested();

protected:
    void setHead(const QString &title, const QString &hint);
    //! Beside Cancel, the last one at the end of the line.
    void addButton(Button *button);
    Button *leaveButton() const { return m_leave; }
    QVBoxLayout *body() const { return m_body; }
    QWidget *bodyWidget() const { return m_bodyWidget; }
    //! Empties the body and gives a new one: what was in it goes with it.
    void clearBody();
    //! Of the names of lines, at 100 %.
    void setNameWidth(int width) { m_nameWidth = width; }
    //! Scrolls so far that it is seen.
    void bringIntoView(QWidget *widget);
    //! A muted name and what is said of it, wrapped.
    void addLine(const QString &name, const QString &words);

private:
    Label *m_title;
    Label *m_hint;
    Button *m_leave;
    QHBoxLayout *m_buttons;
    QScrollArea *m_scroll;
    QWidget *m_bodyWidget;
    QVBoxLayout *m_body;
    int m_nameWidth = 136;
};

} // namespace thimblely::ui
