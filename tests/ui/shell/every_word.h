// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QMetaProperty>
#include <QWidget>

#include <functional>

#include <vector>

namespace thimblely::test {

/*!
 * Everything that can be read, heard, found or brought up in a window, whether it is seen now or not: each property of
 * each object in it that is a text (labels, fields, placeholders, titles, tool tips, lines of menus), each cell of each
 * model in every role, and what a screen reader is told. So no kind of widget has to be named here, and a new one is looked
 * at by itself.
 */
class EveryWord {
public:
    struct Word {
        const QObject *where;
        QString text;
    };

    explicit EveryWord(QWidget &window)
    {
        lookAt(&window);
        const auto all = window.findChildren<QObject *>();
        for (QObject *each : all)
            lookAt(each);
    }
    const std::vector<Word> &words() const { return m_words; }
    //! The objects that say it, with what they say.
    QStringList saying(const QString &mark, const std::function<bool(const QObject *)> &allowed = {}) const
    {
        QStringList found;
        for (const Word &word : m_words) {
            if (word.text.contains(mark, Qt::CaseInsensitive) && !(allowed && allowed(word.where)))
                found.append(QString::fromLatin1(word.where->metaObject()->className()) + u' ' +
                             word.where->objectName() + QStringLiteral(": ") + word.text);
        }
        return found;
    }

private:
    void lookAt(QObject *object)
    {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty property = meta->property(i);
            const int type = property.metaType().id();
            if (property.isReadable() && (type == QMetaType::QString || type == QMetaType::QStringList))
                add(object, property.read(object));
        }
        if (const auto *model = qobject_cast<const QAbstractItemModel *>(object))
            readModel(*model, {});
        if (const auto *widget = qobject_cast<const QWidget *>(object))
            hear(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)), widget);
    }
    void add(const QObject *where, const QVariant &value)
    {
        QStringList texts = value.toStringList();
        if (texts.isEmpty())
            texts = {value.toString()};
        for (const QString &text : texts) {
            if (!text.isEmpty())
                m_words.push_back({where, text});
        }
    }
    void readModel(const QAbstractItemModel &model, const QModelIndex &parent)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const auto &[first, last] :
                     {std::pair(0, 31), std::pair(int(Qt::UserRole), Qt::UserRole + 63), std::pair(0x200, 0x21f)}) {
                    for (int role = first; role <= last; ++role)
                        add(&model, model.data(index, role));
                }
                if (column == 0)
                    readModel(model, index);
            }
        }
    }
    void hear(QAccessibleInterface *reader, const QObject *where)
    {
        if (!reader)
            return;
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            add(where, reader->text(kind));
    }

    std::vector<Word> m_words;
};

} // namespace thimblely::test
