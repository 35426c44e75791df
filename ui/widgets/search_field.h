// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLineEdit>

namespace thimblely::ui {

//! The one search of the top bar: magnifier, words, its shortcut at the end; 440 × 40, 320 when narrow.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    void setShortcutCaption(const QString &caption);
    //! Narrow windows get the short placeholder.
    void setNarrow(bool narrow);

    QSize sizeHint() const override;

Q_SIGNALS:
    //! Down arrow: into the results.
    void resultsRequested();
    //! Escape in an empty field.
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_caption;
    bool m_narrow = false;
};

} // namespace thimblely::ui
