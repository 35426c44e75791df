// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace thimblely::ui {

class Label;

//! A labelled input with room for one line of error under it; what was typed stays when it is wrong.
class FieldEdit : public QWidget {
    Q_OBJECT
public:
    explicit FieldEdit(const QString &label, QWidget *parent = nullptr);
    //! With an input of the caller's own kind (MoneyEdit), which the field then owns.
    FieldEdit(const QString &label, QLineEdit *input, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QString text() const { return m_edit->text(); }
    void setText(const QString &text) { m_edit->setText(text); }
    void setLabel(const QString &label);
    //! A muted remark at the end of the label's row ("new number = new client").
    void setHint(const QString &hint);
    //! Shows "▲ sentence" under the input and tells the screen reader; an empty sentence takes it away.
    void setError(const QString &sentence);
    void clearError() { setError({}); }
    bool hasError() const;
    QString errorText() const { return m_errorText; }

Q_SIGNALS:
    //! A person typed; the error is taken away first.
    void edited(const QString &text);

private:
    Label *m_label;
    Label *m_hint;
    Label *m_error;
    QLineEdit *m_edit;
    QString m_errorText;
};

} // namespace thimblely::ui
