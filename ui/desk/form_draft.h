// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/when_done.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

namespace thimblely::ui {

class Desk;

/*!
 * What a person types into a form, safe within a second until it is done or dropped. Every line, text, tick and choice
 * in `form` is found by itself each time it is begun, so that a field that is added needs nothing more. Only what
 * differs from how the form was shown is kept, and laid over what is shown when the same thing is taken up again: by
 * the same person, in the same workspace (DraftKeeper). What is hidden as it is typed (a PIN, a password) is never kept,
 * nor is anything under a widget that was left out. GUI thread; owned by the form.
 */
class FormDraft : public QObject {
    Q_OBJECT

public:
    FormDraft(Desk &desk, QWidget *form);

    //! For whole widgets whose contents are nobody's draft, such as where a PIN is asked.
    static void leaveOut(QWidget *widget);

    //! The form shows what it is read from: what was typed before about `subject` is laid over it, and from now on each
    //! change is kept. `screen`: which form; `title`: what was being done, for the sentence at the next start.
    void begin(const QByteArray &screen, const QString &subject, const QString &title);
    //! What was typed in this turn of the loop is looked at now: the form goes before the turn is over.
    void keepNow();
    //! The form is left and not done: what was typed stays for the next time.
    void leave();
    //! It is done: nothing is kept.
    void forget();
    //! The person drops it: the form shows what it was read from.
    void drop();
    bool isLive() const { return m_live; }
    bool isChanged() const { return !typed().isEmpty(); }
    //! What came back, in a sentence that says what was and was not done; empty: nothing did.
    QString sentence() const { return m_sentence; }

    /*!
     * Waits for a write: `begin` starts it and gives its future, `then` is given what came of it, once the draft is
     * forgotten or, where it was refused, is one again. That it is on its way stands on the disk before it begins:
     * should the program end in between, it is not said that nothing was done.
     */
    template <typename Begin, typename Then>
    void write(Begin begin, Then then)
    {
        send([this, begin = std::move(begin), then = std::move(then)]() mutable {
            whenDone(begin(), this, [this, then = std::move(then)](const auto &result) mutable {
                if (result)
                    forget();
                else
                    takeBack();
                then(result);
            });
        });
    }

Q_SIGNALS:
    //! The sentence is another one.
    void told();

private:
    struct Field {
        QString key;
        QPointer<QWidget> widget;
        QJsonValue shown;
    };
    void find();
    void touch();
    void keep();
    void save();
    void noteLeft(const QByteArray &screen, const QString &subject);
    void send(std::function<void()> write);
    void takeBack();
    void tell(const QString &sentence);
    void layOver(const QJsonObject &fields);
    QString shape() const;
    QJsonObject typed() const;
    QString wordsOf(const QJsonObject &kept) const;

    Desk &m_desk;
    QWidget *m_form;
    QByteArray m_screen;
    QString m_subject;
    QString m_title;
    QString m_sentence;
    QList<Field> m_fields;
    QTimer m_look;
    bool m_live = false;
    bool m_left = false;
    bool m_sent = false;
    QString m_sentSubject;         // of what is on its way
    bool m_isOfOtherShape = false; // what was kept, which fits these fields no more
};

//! The form's class without its namespace: which form a draft is of.
QByteArray draftNameOf(const QObject &form);

//! What was begun in such forms and stands in none of them, in one sentence for the person who comes back; empty: nothing.
//! Said once: what a person left by themselves is not told of.
QString begunForms(Desk &desk);

//! After an erasure, which takes drafts out of the file whatever form they are of: none of them comes back from memory.
void dropErasedDrafts(Desk &desk);

/*!
 * Over a form's fields: that what was typed is back, with the way to drop it. Takes no room while nothing came back.
 */
class DraftLine : public QWidget {
    Q_OBJECT

public:
    DraftLine(FormDraft &draft, QWidget *parent);
};

} // namespace thimblely::ui
