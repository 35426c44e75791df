// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/calendar_service.h"
#include "core/orders/promise_text.h"
#include "ui/desk/entry_form.h"

#include <QTimer>

class QCheckBox;
class QComboBox;

namespace thimblely::ui {

class ClientPicker;

/*!
 * An appointment as it is typed: what, when ("fri 15:00"; a day alone takes the whole of it), how long, with whom, again
 * and again, and when one is told. What speaks against it is said while it is typed and hinders nothing.
 */
class EventForm : public EntryForm {
    Q_OBJECT

public:
    EventForm(Desk &desk, QWidget *parent);

    //! A new one on that day, seen to by that person.
    void begin(Date date, std::optional<PersonId> person, bool fitting);
    //! One that is there.
    void change(const calendar::Occurrence &one);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    //! Where it stands now.
    void kept(thimblely::Date date, const thimblely::calendar::EventKey &key);
    //! What is typed is understood as that day.
    void dayRead(thimblely::Date date);
    void cancelRequested(const thimblely::calendar::EventKey &which, thimblely::calendar::Scope scope);

private:
    void build();
    void fillPeople(std::optional<PersonId> chosen);
    void fillRepeats(const QString &rule);
    void fillLead(const QList<int> &leads);
    void fill(const calendar::EventDraft &draft, bool timed);
    void show(const QString &subject, const QString &title);
    void understand();
    void look();
    void sayAgainst(const QStringList &sentences);
    void follow();
    Result<orders::Promise> read(const QString &text) const;
    QString dayWords(Date date) const;
    bool asksForEnd() const;
    Result<void> readTimes(calendar::EventDraft &draft) const;
    Result<qint64> length(const calendar::EventDraft &draft) const;
    Result<QString> rule(const calendar::EventDraft &draft) const;
    Result<calendar::EventDraft> draft() const;
    QList<int> leads() const;
    FieldEdit *fieldOf(const Error &error) const;

    std::optional<calendar::Occurrence> m_changed;
    QString m_whenWas; // as it was filled in: a moment that is past stays when nobody touches it
    QString m_lengthWas;
    bool m_allDayWas = false;
    QString m_dayWords; //!< the day that it was begun on, as the field says it: an hour alone is one of it
    std::optional<Date> m_day;
    QComboBox *m_scope;
    QWidget *m_scopeRow;
    FieldEdit *m_what;
    QComboBox *m_kind;
    FieldEdit *m_when;
    FieldEdit *m_length;
    ClientPicker *m_client;
    QComboBox *m_staff;
    QComboBox *m_repeats;
    FieldEdit *m_until;
    QComboBox *m_lead;
    FieldEdit *m_place;
    FieldEdit *m_notes;
    QCheckBox *m_personal;
    Label *m_against = nullptr; //!< what speaks against it
    Button *m_callOff = nullptr;
    Button *m_order = nullptr;
    QTimer m_look;
    int m_asked = 0;
};

} // namespace thimblely::ui
