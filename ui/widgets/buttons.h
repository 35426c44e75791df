// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QPushButton>

class QAction;

namespace thimblely::ui {

/*!
 * A button with an optional line icon before its words and a shortcut in 12 px after them. 44 px high to the finger;
 * small ones are painted 36 high inside that, the pay button is 56.
 */
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Flat };
    enum class Size { Small, Normal, Pay };

    explicit Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    void setIconName(const QByteArray &name);
    //! An icon after the words, "i-down" for what opens a menu.
    void setTrailingIconName(const QByteArray &name);
    //! One or two letters in a circle before the words: who is signed in. Instead of an icon.
    void setFace(const QString &initials);
    //! What stands in 12 px after the words: a shortcut or a short figure. Not read out twice: see accessibleDescription.
    void setCaption(const QString &caption);
    void setButtonSize(Size size);
    //! Its words end at its trailing edge, so that a flat button lines up with what stands under it.
    void setFlush(bool flush);
    //! Takes text, enabled state, check state and first shortcut of `action`, and triggers it.
    void setDefaultAction(QAction *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect paintedRect() const;
    QFont textFont() const;
    QFont captionFont() const;
    bool hasMark() const;
    int iconSize() const;
    int contentWidth() const;
    void syncWithAction();
    void paintMark(QPainter *painter, const QRect &area, const QColor &color) const;
    void paintContent(QPainter *painter, const QColor &text, const QColor &quiet) const;

    Kind m_kind;
    Size m_size = Size::Normal;
    bool m_flush = false;
    QByteArray m_icon;
    QByteArray m_trailingIcon;
    QString m_caption;
    QString m_face;
    QPointer<QAction> m_action;
};

//! The one filled button of a pane.
class PrimaryButton : public Button {
    Q_OBJECT
public:
    explicit PrimaryButton(const QString &text, QWidget *parent = nullptr) : Button(Kind::Primary, text, parent) {}
};

//! An outlined button.
class PlainButton : public Button {
    Q_OBJECT
public:
    explicit PlainButton(const QString &text, QWidget *parent = nullptr) : Button(Kind::Plain, text, parent) {}
};

//! A button without border: heads of sections, the top bar.
class FlatButton : public Button {
    Q_OBJECT
public:
    explicit FlatButton(const QString &text, QWidget *parent = nullptr) : Button(Kind::Flat, text, parent) {}
};

} // namespace thimblely::ui
