// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLineEdit>

namespace thimblely::ui {

//! The big input of the measured value: 40/600, centred, its unit inside at the end. Figures are never mirrored.
class BigEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit BigEdit(QWidget *parent);

    void setUnitText(const QString &unit);
    //! A small word over the value ("left"); with it the unit stands beside the word.
    void setCaption(const QString &caption);
    void setWrong(bool wrong);
    //! Words are smaller than figures, and there are more of them.
    void setWords(bool words);

    //! Figures have no descenders: they need less than a line.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void upPressed();
    void downPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitFont();

    QString m_unit;
    QString m_caption;
    bool m_wrong = false;
    bool m_words = false;
};

} // namespace thimblely::ui
