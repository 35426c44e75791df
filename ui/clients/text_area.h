// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPlainTextEdit>
#include <QWidget>

namespace thimblely::ui {

class Label;

//! A labelled input of several lines with room for an error under it; Tab leaves it.
class TextArea : public QWidget {
    Q_OBJECT
public:
    explicit TextArea(const QString &label, int lines, QWidget *parent = nullptr);

    QPlainTextEdit *edit() const { return m_edit; }
    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString &text);
    void setHint(const QString &hint);
    void setError(const QString &sentence);

Q_SIGNALS:
    void edited();

private:
    void restyle();

    Label *m_hint;
    Label *m_error;
    QPlainTextEdit *m_edit;
    int m_lines;
};

} // namespace thimblely::ui
